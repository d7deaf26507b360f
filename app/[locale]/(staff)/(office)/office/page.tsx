import { notFound } from 'next/navigation';
import { Office } from '#components/office/office.tsx';
import { StaffGate } from '#components/team/staff-gate.tsx';
import { loadOfficeWords } from '#lib/i18n/load-office-words.ts';
import { isLocale } from '#lib/i18n/routing.ts';

type PageProps = { params: Promise<{ locale: string }> };

/** People, hours and keys of one organisation; only for its supervisors. */
export default async function OfficePage({ params }: PageProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return (
    <StaffGate>
      <Office words={await loadOfficeWords(locale)} />
    </StaffGate>
  );
}
