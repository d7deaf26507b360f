import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TextLink } from '#components/ui/text-link.tsx';
import { routing } from '#lib/i18n/routing.ts';
import styles from './sign-in.module.css';

const languageNames = { nl: 'Nederlands', fr: 'Français', en: 'English' } as const;

/** The frame of sign-in: whom this door is for, in which language, and where the other door is. */
export function SignInScreen({ children }: { children: ReactNode }) {
  const t = useTranslations('team.signIn');
  const locale = useLocale();
  return (
    <main id="main" className={styles.screen}>
      <div className={styles.card}>
        <h1>{t('heading')}</h1>
        <p className={styles.quiet}>{t('intro')}</p>
        {children}
      </div>
      <nav aria-label={t('language')} className={styles.languages}>
        {routing.locales.map((each) => (
          <a
            key={each}
            href={`/${each}/sign-in`}
            lang={each}
            aria-current={each === locale ? 'true' : undefined}
          >
            {languageNames[each]}
          </a>
        ))}
      </nav>
      <p className={styles.quiet}>
        <TextLink href={`/${locale}`}>{t('help')}</TextLink>
      </p>
    </main>
  );
}
