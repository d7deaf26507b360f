'use client';

// The policy for script addresses must exist before any chunk is loaded, see [Note: Trusted Types].
import '#lib/client/trusted-types.ts';

import { NextIntlClientProvider, useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { directionOf } from '#lib/i18n/direction.ts';
import { loadEnrolWords } from '#lib/i18n/load-office-words.ts';
import { type AppLocale, routing } from '#lib/i18n/routing.ts';
import styles from './enrol.module.css';

type EnrolShellProps = {
  locale: AppLocale;
  words: Awaited<ReturnType<typeof loadEnrolWords>>;
  children: ReactNode;
};

const ownNames: Record<AppLocale, string> = { nl: 'Nederlands', fr: 'Français', en: 'English' };

/** Set-up and joining have no language in their address: it is chosen here, and nothing typed is lost. */
export function EnrolShell({ locale, words, children }: EnrolShellProps) {
  const [shown, setShown] = useState({ locale, words });
  useEffect(() => {
    document.documentElement.lang = shown.locale;
    document.documentElement.dir = directionOf(shown.locale);
  }, [shown.locale]);
  const choose = async (next: AppLocale) => {
    setShown({ locale: next, words: await loadEnrolWords(next) });
  };
  return (
    <NextIntlClientProvider locale={shown.locale} messages={shown.words} timeZone="UTC">
      <Languages current={shown.locale} onChoose={(next) => void choose(next)} />
      {children}
    </NextIntlClientProvider>
  );
}

type LanguagesProps = { current: AppLocale; onChoose: (locale: AppLocale) => void };

function Languages({ current, onChoose }: LanguagesProps) {
  const t = useTranslations('enrol');
  return (
    <nav aria-label={t('languageLabel')} className={styles.languages}>
      {routing.locales.map((locale) => (
        <Button
          key={locale}
          look="quiet"
          lang={locale}
          aria-pressed={locale === current}
          onClick={() => onChoose(locale)}
        >
          {ownNames[locale]}
        </Button>
      ))}
    </nav>
  );
}
