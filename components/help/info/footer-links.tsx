import { useTranslations } from 'next-intl';
import { footerTopics, type InfoTopic } from '#messages/content/info-topics.ts';
import { useHelpLanguage } from '../help-language.tsx';
import styles from './info-links.module.css';

/** Who we are and what the law asks for, on a quiet line. Never beside a chat, which a press would end. */
export function FooterLinks({ current = null }: { current?: InfoTopic | null }) {
  const t = useTranslations('help.footer');
  const { locale } = useHelpLanguage();
  return (
    <nav aria-label={t('label')} className={`${styles.links} ${styles.footer}`}>
      {footerTopics
        .filter((topic) => topic !== current)
        .map((topic) => (
          <a key={topic} href={`/${locale}/info/${topic}`}>
            {t(topic)}
          </a>
        ))}
    </nav>
  );
}
