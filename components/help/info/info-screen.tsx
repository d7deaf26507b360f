'use client';

import { useTranslations } from 'next-intl';
import { PageFrame } from '#components/ui/page-frame.tsx';
import type { InfoWords as Words } from '#lib/i18n/load-info-words.ts';
import type { ContactPoints as Points } from '#messages/content/contact-points.ts';
import type { InfoPage } from '#messages/content/info-page.ts';
import type { InfoTopic } from '#messages/content/info-topics.ts';
import { DangerLine } from '../danger-line.tsx';
import { useHelpLanguage } from '../help-language.tsx';
import { ContactPoints } from './contact-points.tsx';
import { FooterLinks } from './footer-links.tsx';
import styles from './info.module.css';
import { InfoBlocks } from './info-blocks.tsx';
import { InfoLinks } from './info-links.tsx';
import { InfoWords } from './info-words.tsx';
import { PageLanguages } from './page-languages.tsx';

type InfoScreenProps = { topic: InfoTopic; page: InfoPage; points: Points[]; words: Words };

/** An information page: the exit above, one thing after the other, and the way to the chat. */
export function InfoScreen({ words, ...props }: InfoScreenProps) {
  return (
    <InfoWords words={words}>
      <Page {...props} />
    </InfoWords>
  );
}

function Page({ topic, page, points }: Omit<InfoScreenProps, 'words'>) {
  const t = useTranslations();
  const { locale } = useHelpLanguage();
  const isIncomplete = page.blocks.some(({ fields }) => fields.some(({ value }) => value === null));
  return (
    <PageFrame>
      <div className={styles.screenOnly}>
        <PageLanguages topic={topic} />
      </div>
      <div className={styles.page}>
        <div className={styles.block}>
          <h1>{page.title}</h1>
          <p>{page.intro}</p>
          {isIncomplete ? <p className={styles.quiet}>{t('info.incomplete')}</p> : null}
          <DangerLine />
        </div>
        <InfoBlocks blocks={page.blocks} numbers={<ContactPoints points={points} />} />
        <div className={`${styles.page} ${styles.screenOnly}`}>
          {topic === 'school' ? (
            <p>
              <a href={`/${locale}/info/poster`}>{t('info.poster.link')}</a>
            </p>
          ) : null}
          <p>
            {topic === 'friend' ? (
              <a href={`/${locale}#other`}>{t('help.other.go')}</a>
            ) : (
              <a href={`/${locale}`}>{t('help.home.go')}</a>
            )}
          </p>
          <InfoLinks current={topic} />
          <FooterLinks current={topic} />
        </div>
      </div>
    </PageFrame>
  );
}
