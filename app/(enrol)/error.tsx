'use client';

import { useTranslations } from 'next-intl';
import { ErrorNote } from '#components/ui/error-note.tsx';

/** A fault while somebody set up an organisation or joined one. */
export default function EnrolError() {
  const t = useTranslations('enrol.error');
  return <ErrorNote heading={t('heading')} text={t('text')} again={t('again')} />;
}
