import { useLocale, useTranslations } from 'next-intl';
import type { OpenedSignal } from '#lib/client/office/signals/open-signals.ts';
import type { TeamSession } from '#lib/client/team/team-session.ts';
import { dayText } from '#lib/i18n/day-text.ts';
import type { ReleaseView } from '#lib/protocol/team-events.ts';
import type { Signal } from '#lib/signals/signal.ts';
import styles from '../people.module.css';
import { ReleasedRow } from './released-row.tsx';
import { SignalRow } from './signal-row.tsx';

type SignalsTableProps = {
  session: TeamSession;
  signals: readonly OpenedSignal[];
  releases: readonly ReleaseView[];
  onChanged: () => void;
};

/** What a signal says, where it could be opened. */
const saidBy = ({ result }: OpenedSignal): Signal[] => {
  const consent = result.ok ? result.consent : result.early;
  return consent ? [consent.signal] : [];
};

/** Sealed signals first, then what left. On a phone each row becomes a card. */
export function SignalsTable({ session, signals, releases, onChanged }: SignalsTableProps) {
  const t = useTranslations('office.signals');
  const locale = useLocale();
  const columns = ['what', 'since', 'consent', 'approved', 'action'] as const;
  const held = signals.flatMap(saidBy);
  return (
    <table className={styles.table} aria-label={t('heading')}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {signals.map((signal) => (
          <SignalRow
            key={signal.key}
            session={session}
            opened={signal}
            since={dayText(signal.stored.day, locale)}
            held={held}
            onChanged={onChanged}
          />
        ))}
        {releases.map((release) => (
          <ReleasedRow key={release.releaseId} session={session} release={release} />
        ))}
      </tbody>
    </table>
  );
}
