import { useLocale, useTranslations } from 'next-intl';
import type { Shut } from '#lib/client/team/use-duty.ts';
import { clockText } from '#lib/i18n/clock-text.ts';
import styles from './desk.module.css';

/** Says when nobody new can write to us, why, and what to do. Nothing while they can. */
export function DutyLine({ shut }: { shut: Shut | null }) {
  const t = useTranslations('team.duty');
  const locale = useLocale();
  const time = shut?.kind === 'last_intake' ? clockText(shut.closes, Date.now(), locale) : '';
  return (
    <div role="status" className={shut ? styles.lost : undefined}>
      {shut ? t(shut.kind, { time }) : null}
    </div>
  );
}
