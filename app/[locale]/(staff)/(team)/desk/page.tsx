import type { Metadata } from 'next';
import { DeskApp } from '#components/team/desk-app.tsx';
import { StaffGate } from '#components/team/staff-gate.tsx';
import { loadTeamWords } from '#lib/i18n/load-team-words.ts';
import { isLocale, routing } from '#lib/i18n/routing.ts';

type PageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const words = await loadTeamWords(isLocale(locale) ? locale : routing.defaultLocale);
  return { title: words.desk.title };
}

export default function DeskPage() {
  return (
    <StaffGate fill>
      <DeskApp />
    </StaffGate>
  );
}
