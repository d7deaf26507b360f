'use client';

// The policy for script addresses must exist before any chunk is loaded, see [Note: Trusted Types].
import '#lib/client/trusted-types.ts';

import { NextIntlClientProvider } from 'next-intl';
import { type ReactNode, useEffect } from 'react';
import { pageStaff } from '#lib/client/team/page-staff.ts';
import type { loadTeamWords } from '#lib/i18n/load-team-words.ts';
import type { AppLocale } from '#lib/i18n/routing.ts';
import { useKeptFocus } from './use-kept-focus.ts';

type StaffShellProps = {
  locale: AppLocale;
  words: Awaited<ReturnType<typeof loadTeamWords>>;
  children: ReactNode;
};

/** What sign-in, desk and office stand in: one document, so that the opened keys outlive a link. */
export function StaffShell({ locale, words, children }: StaffShellProps) {
  useKeptFocus();
  useEffect(() => {
    void pageStaff().start();
  }, []);
  return (
    <NextIntlClientProvider locale={locale} messages={{ team: words }} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  );
}
