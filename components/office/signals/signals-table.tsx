import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import { heldOf } from '#lib/client/office/signals/case-of.ts';
import type { OpenedPattern } from '#lib/client/office/signals/joins.ts';
import type { OpenedSignal } from '#lib/client/office/signals/open-signals.ts';
import { isCounted, poolsOf } from '#lib/client/office/signals/pattern-pool.ts';
import { groupNames } from '#lib/client/office/signals/same-people.ts';
import { useSamePeople } from '#lib/client/office/signals/use-same-people.ts';
import type { TeamSession } from '#lib/client/team/team-session.ts';
import { dayText } from '#lib/i18n/day-text.ts';
import type { ReleaseView } from '#lib/protocol/team/release-events.ts';
import { PatternRow } from './pattern-row.tsx';
import { ReleasedRow } from './released-row.tsx';
import { SignalRow } from './signal-row.tsx';

type SignalsTableProps = {
  session: TeamSession;
  signals: readonly OpenedSignal[];
  releases: readonly ReleaseView[];
  patterns: readonly OpenedPattern[];
  onChanged: () => void;
};

/** Quarters and sealed signals first, then what left. */
export function SignalsTable(props: SignalsTableProps) {
  const { session, signals, releases, patterns, onChanged } = props;
  const t = useTranslations('office.signals');
  const locale = useLocale();
  const columns = ['what', 'since', 'consent', 'approved', 'action'] as const;
  const held = heldOf(signals);
  const people = useSamePeople(session);
  const pools = poolsOf(session, signals, releases, groupNames(people.said));
  const alone = signals.filter((one) => !(isCounted(one) && one.result.ok));
  return (
    <DataTable label={t('heading')} columns={columns} heading={(column) => t(`columns.${column}`)}>
      {pools.map((pool) => (
        <PatternRow key={pool.quarter} {...{ session, pool, patterns, ...people, onChanged }} />
      ))}
      {alone.map((signal) => (
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
    </DataTable>
  );
}
