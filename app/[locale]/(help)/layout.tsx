import type { Metadata, Viewport } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { HelpShell } from '#components/help/help-shell.tsx';
import '#components/ui/base.css';
import { directionOf } from '#lib/i18n/direction.ts';
import { loadHelpContent } from '#lib/i18n/help-content.ts';
import { isLocale, routing } from '#lib/i18n/routing.ts';
import { checkContent } from '#messages/content/check-content.ts';

/** The title says nothing: it stands in the history and in the list of open pages. */
export const metadata: Metadata = {
  title: 'Info',
  description: 'Info',
  referrer: 'no-referrer',
  formatDetection: { telephone: false, address: false, email: false },
};

/** A soft keyboard makes the page smaller instead of pushing the exit out of sight. */
export const viewport: Viewport = {
  interactiveWidget: 'resizes-content',
  colorScheme: 'light dark',
};

export const dynamicParams = false;

export function generateStaticParams() {
  return routing.locales.map((locale) => ({ locale }));
}

type LayoutProps = { children: ReactNode; params: Promise<{ locale: string }> };

export default async function HelpLayout({ children, params }: LayoutProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  checkContent();
  const content = await loadHelpContent(locale);
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <body>
        <HelpShell locale={locale} content={content}>
          {children}
        </HelpShell>
      </body>
    </html>
  );
}
