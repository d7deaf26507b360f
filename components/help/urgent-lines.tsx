import { useTranslations } from 'next-intl';
import { DangerLine } from './danger-line.tsx';

type UrgentLinesProps = {
  inDanger: boolean;
  /** Nobody of ours reads now: what they write would not be read in time. */
  isUnattended: boolean;
};

/** At the top of a wait: 112, and what to write for whoever wants us to send help. */
export function UrgentLines({ inDanger, isUnattended }: UrgentLinesProps) {
  const t = useTranslations('help.danger');
  if (!inDanger && !isUnattended) return null;
  return (
    <>
      <DangerLine boxed />
      {isUnattended ? null : <p>{t('where')}</p>}
    </>
  );
}
