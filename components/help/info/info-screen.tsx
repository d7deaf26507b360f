'use client';

import { useTranslations } from 'next-intl';
import { PageFrame } from '#components/ui/page-frame.tsx';
import { routing } from '#lib/i18n/routing.ts';
import type { InfoPage } from '#messages/content/info-page.ts';
import type { InfoTopic } from '#messages/content/info-topics.ts';
import { DangerLine } from '../danger-line.tsx';
import { useHelpLanguage } from '../help-language.tsx';
import languages from '../language-links.module.css';
import { Numbers } from '../numbers.tsx';
import styles from './info.module.css';
import { InfoBlocks } from './info-blocks.tsx';
import { InfoLinks } from './info-links.tsx';

/** The other languages are other pages: nothing is open here that could be lost. */
function Languages({ topic }: { topic: InfoTopic }) {
  const t = useTranslations('help.language');
  const { locale } = useHelpLanguage();
  return (
    <nav aria-label={t('label')}>
      <ul className={languages.list}>
        {routing.locales.map((other) => (
          <li key={other}>
            <a
              href={`/${other}/info/${topic}`}
              lang={other}
              hrefLang={other}
              className={languages.link}
              aria-current={other === locale ? 'true' : undefined}
            >
              {t(other)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** An information page: the exit above, one thing after the other, and the way to the chat. */
export function InfoScreen({ topic, page }: { topic: InfoTopic; page: InfoPage }) {
  const t = useTranslations('help.home');
  const { locale } = useHelpLanguage();
  return (
    <PageFrame>
      <Languages topic={topic} />
      <div className={styles.page}>
        <div className={styles.block}>
          <h1>{page.title}</h1>
          <p>{page.intro}</p>
          <DangerLine />
        </div>
        <InfoBlocks blocks={page.blocks} numbers={<Numbers country={null} />} />
        <p>
          <a href={`/${locale}`}>{t('go')}</a>
        </p>
        <InfoLinks current={topic} />
      </div>
    </PageFrame>
  );
}
