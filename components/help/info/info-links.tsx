import { useTranslations } from 'next-intl';
import { type InfoTopic, readTopics } from '#messages/content/info-topics.ts';
import { useHelpLanguage } from '../help-language.tsx';
import styles from './info-links.module.css';

/** Links to the information pages, but the one that is open. */
export function InfoLinks({ current = null }: { current?: InfoTopic | null }) {
  const t = useTranslations('help.info');
  const { locale } = useHelpLanguage();
  return (
    <nav aria-label={t('label')} className={styles.links}>
      {readTopics
        .filter((topic) => topic !== current)
        .map((topic) => (
          <a key={topic} href={`/${locale}/info/${topic}`}>
            {t(topic)}
          </a>
        ))}
    </nav>
  );
}
