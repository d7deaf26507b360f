'use client';

// The policy for script addresses must exist before any chunk is loaded, see [Note: Trusted Types].
import '#lib/client/trusted-types.ts';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ExitBar } from '#components/quick-exit/exit-bar.tsx';
import { useQuickExit } from '#lib/client/exit/use-quick-exit.ts';
import type { HelpContent } from '#lib/i18n/help-content.ts';
import type { AppLocale } from '#lib/i18n/routing.ts';
import { HelpLanguageProvider, useHelpLanguage } from './help-language.tsx';
import styles from './help-shell.module.css';

function Frame({ children }: { children: ReactNode }) {
  const { locale } = useHelpLanguage();
  const t = useTranslations('help.exit');
  const exit = useQuickExit(locale);
  if (exit.hasLeft) return null;
  return (
    <>
      <ExitBar
        href={`/exit/${locale}`}
        label={t('leave')}
        hint={exit.hasKeyboard ? t('hint') : null}
        spoken={exit.oneMore ? t('oneMore') : null}
        onLeave={exit.leave}
      >
        <a href="#main" className={styles.skip}>
          {t('skip')}
        </a>
      </ExitBar>
      {children}
    </>
  );
}

type HelpShellProps = { locale: AppLocale; content: HelpContent; children: ReactNode };

/** What every page of the help side stands in: its words, and the way out on top of all. */
export function HelpShell({ locale, content, children }: HelpShellProps) {
  return (
    <HelpLanguageProvider locale={locale} content={content}>
      <Frame>{children}</Frame>
    </HelpLanguageProvider>
  );
}
