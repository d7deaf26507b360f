'use client';

import { useTranslations } from 'next-intl';
import { PageFrame } from '#components/ui/page-frame.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useHelpLanguage } from './help-language.tsx';

/** What stands where a page is not there, or could not be made; the way on works without script. */
export function StatusScreen({ status }: { status: 'not-found' | 'error' }) {
  const { locale } = useHelpLanguage();
  const t = useTranslations('help');
  if (status === 'not-found') {
    return (
      <PageFrame>
        <h1>{t('notFound.heading')}</h1>
        <p>{t('notFound.text')}</p>
        <TextLink href={`/${locale}`}>{t('notFound.home')}</TextLink>
      </PageFrame>
    );
  }
  return (
    <PageFrame>
      <h1>{t('error.heading')}</h1>
      <p>{t('error.text')}</p>
      <TextLink href="">{t('error.again')}</TextLink>
    </PageFrame>
  );
}
