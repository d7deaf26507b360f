import { useTranslations } from 'next-intl';
import type { MouseEvent } from 'react';
import { type AppLocale, routing } from '#lib/i18n/routing.ts';
import styles from './language-links.module.css';

type LanguageLinksProps = {
  locale: AppLocale;
  /** The last change did not come. */
  hasFailed: boolean;
  onChange: (locale: AppLocale) => void;
};

/** Plain links, which work without script; with it the words change in place and nothing is lost. */
export function LanguageLinks({ locale, hasFailed, onChange }: LanguageLinksProps) {
  const t = useTranslations('help.language');
  return (
    <nav aria-label={t('label')}>
      <ul className={styles.list}>
        {routing.locales.map((other) => (
          <li key={other}>
            <a
              href={`/${other}`}
              lang={other}
              hrefLang={other}
              className={styles.link}
              aria-current={other === locale ? 'true' : undefined}
              onClick={(event: MouseEvent) => {
                event.preventDefault();
                if (other !== locale) onChange(other);
              }}
            >
              {t(other)}
            </a>
          </li>
        ))}
      </ul>
      {/* Always in the tree, or its first words would not be read aloud. */}
      <p aria-live="polite" className={styles.failed}>
        {hasFailed ? t('failed') : null}
      </p>
    </nav>
  );
}
