'use client';

import { useTranslations } from 'next-intl';
import { ErrorNote } from '#components/ui/error-note.tsx';

/** A fault while desk, office or sign-in was running. */
export default function StaffError() {
  const t = useTranslations('team.error');
  return <ErrorNote heading={t('heading')} text={t('text')} again={t('again')} />;
}
