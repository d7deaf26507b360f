'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { PageFrame } from '#components/ui/page-frame.tsx';
import type { InfoWords as Words } from '#lib/i18n/load-info-words.ts';
import type { InfoPage } from '#messages/content/info-page.ts';
import { useHelpLanguage } from '../help-language.tsx';
import { FooterLinks } from './footer-links.tsx';
import info from './info.module.css';
import { InfoBlocks } from './info-blocks.tsx';
import { InfoLinks } from './info-links.tsx';
import { InfoWords } from './info-words.tsx';
import { PageLanguages } from './page-languages.tsx';
import styles from './poster.module.css';
import { PosterSheet } from './poster-sheet.tsx';

type PosterScreenProps = { page: InfoPage; words: Words };

/** For a classroom: one sheet to hang up, with strips to tear off, and one with the lesson. */
export function PosterScreen({ page, words }: PosterScreenProps) {
  return (
    <InfoWords words={words}>
      <Page page={page} />
    </InfoWords>
  );
}

function Page({ page }: { page: InfoPage }) {
  const t = useTranslations();
  const { locale } = useHelpLanguage();
  const sheet = page.blocks.find(({ id }) => id === 'sheet');
  return (
    <PageFrame>
      <div className={info.screenOnly}>
        <PageLanguages topic="poster" />
      </div>
      <div className={info.page}>
        <div className={`${info.block} ${info.screenOnly}`}>
          <h1>{page.title}</h1>
          <p>{page.intro}</p>
          <div className={styles.print}>
            <Button look="primary" onClick={() => window.print()}>
              {t('info.poster.print')}
            </Button>
          </div>
        </div>
        {sheet ? <PosterSheet title={sheet.title} lines={sheet.items} /> : null}
        <section className={info.page}>
          <h2 className={styles.lesson}>{t('info.poster.lesson')}</h2>
          <InfoBlocks
            blocks={page.blocks.filter((block) => block !== sheet)}
            numbers={null}
            nested
          />
        </section>
        <p className={info.screenOnly}>
          <a href={`/${locale}/info/school`}>{t('help.info.school')}</a>
        </p>
        <div className={`${info.page} ${info.screenOnly}`}>
          <InfoLinks current="school" />
          <FooterLinks />
        </div>
      </div>
    </PageFrame>
  );
}
