import { useTranslations } from 'next-intl';
import { routing } from '#lib/i18n/routing.ts';
import { useHelpLanguage } from '../help-language.tsx';
import languages from '../language-links.module.css';

/** The other languages are other pages: nothing is open here that could be lost. */
export function PageLanguages({ topic }: { topic: string }) {
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
