import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/button.tsx';
import { roleBits } from '#lib/client/team/session-facts.ts';

/** Supervisors go back to the office; the keys stay open on the way. */
export function OfficeLink({ roles }: { roles: number }) {
  const t = useTranslations('team.desk.bar');
  const locale = useLocale();
  if ((roles & roleBits.supervisor) === 0) return null;
  return (
    <Link href={`/${locale}/office`} prefetch={false} className={buttonClass({ look: 'quiet' })}>
      {t('office')}
    </Link>
  );
}
