import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { approveQuarter } from '#lib/client/office/signals/approve-quarter.ts';
import type { OpenedPattern } from '#lib/client/office/signals/joins.ts';
import { releaseQuarter } from '#lib/client/office/signals/make-release.ts';
import {
  approvalsOfPattern,
  isTooLarge,
  type Pool,
} from '#lib/client/office/signals/pattern-pool.ts';
import { saidByOthers } from '#lib/client/office/signals/said-by-others.ts';
import type { Groups } from '#lib/client/office/signals/same-people.ts';
import { usePattern } from '#lib/client/office/signals/use-pattern.ts';
import { usePlan } from '#lib/client/office/signals/use-plan.ts';
import { useTask } from '#lib/client/office/use-task.ts';
import { activeAdmin } from '#lib/client/team/admin.ts';
import type { TeamSession } from '#lib/client/team/team-session.ts';
import { dayText } from '#lib/i18n/day-text.ts';
import { patternReleaseDay } from '#lib/signals/consent-terms.ts';
import { TaskNews } from '../task-news.tsx';
import { DetailsRow } from './details-row.tsx';
import { PatternDetails } from './pattern-details.tsx';
import { PatternState } from './pattern-state.tsx';
import { SaidByOthers } from './said-by-others.tsx';
import { SamePeopleOf, type SamePeopleProps } from './same-people.tsx';
import { SignalActions } from './signal-actions.tsx';
import styles from './signals.module.css';

type PatternRowProps = SamePeopleProps & {
  session: TeamSession;
  patterns: readonly OpenedPattern[];
  onSayToo: (groups: Groups) => void;
  onChanged: () => void;
};

/** What may be counted, and what of it is nobody's. */
function Counted({ pool: { quarter, due } }: { pool: Pool }) {
  const t = useTranslations('office.signals.pattern');
  const carried = due.filter((one) => one.quarter !== quarter).length;
  const synthetic = due.filter((one) => one.isSynthetic).length;
  return (
    <>
      {t('quarter', { quarter })}
      <div className={styles.counted}>
        <p>{t('counted', { count: due.length })}</p>
        {carried > 0 ? <p>{t('carried', { count: carried })}</p> : null}
        {synthetic > 0 ? <p>{t('synthetic', { count: synthetic })}</p> : null}
      </div>
    </>
  );
}

/** One quarter whose pattern has not left: its pool, who approved the count of it, and the next step. */
export function PatternRow(props: PatternRowProps) {
  const { session, pool, patterns, said, onSame, onSayToo, onChanged } = props;
  const t = useTranslations('office.signals');
  const locale = useLocale();
  const { k } = session.settings().signals?.settings ?? { k: 10 };
  const { state, cancel, again } = usePattern(pool, k);
  const plan = usePlan(session, state);
  const { task, run } = useTask<string>();
  const yes = plan ? approvalsOfPattern(patterns, plan) : [];
  const isMine = yes.some(({ memberId }) => memberId === session.view.memberId);
  const { quarter } = pool;
  const id = useId();

  const approve = async () => {
    if (plan && (await run(() => approveQuarter(session, plan)))) onChanged();
  };
  const release = async () => {
    if (!plan) return;
    await run(async () => {
      const answer = await releaseQuarter(session, plan);
      // Then it is another one, and the screen shows it.
      if (answer.ok || answer.code === 'stale') onChanged();
      return answer;
    });
  };
  const others = saidByOthers(patterns, { pool, said, plan, ownId: session.view.memberId });
  const units = plan?.content.recipients.join(', ') ?? '';
  return (
    <>
      <tr className={styles.hasMore}>
        <th scope="row" id={id}>
          <Counted pool={pool} />
        </th>
        <td data-label={t('columns.since')}>{dayText(patternReleaseDay(quarter), locale)}</td>
        <td data-label={t('columns.consent')}>
          <PatternState
            {...{ state, plan }}
            isTooLarge={isTooLarge(pool)}
            onCancel={cancel}
            onAgain={again}
          />
        </td>
        <td data-label={t('columns.approved')}>
          {yes.length === 0 ? t('nobody') : yes.map(({ displayName }) => displayName).join(', ')}
        </td>
        <td>
          {plan ? (
            <SignalActions
              isMine={isMine}
              approvals={yes.length}
              consequence={t('pattern.question', { quarter, units })}
              canRelease={activeAdmin(session) !== null}
              busy={task.kind === 'busy'}
              onApprove={() => void approve()}
              onRelease={() => void release()}
            />
          ) : null}
          <TaskNews
            task={task}
            busy={t('busy')}
            // Not beside a content that they did not approve: they joined others since.
            done={isMine ? t('done') : ''}
            refused={(code) => {
              if (code === 'already_taken') return t('pattern.taken');
              return code === 'stale' ? t('pattern.stale') : null;
            }}
          />
        </td>
      </tr>
      <DetailsRow of={id}>
        <SaidByOthers {...{ pool, others, onSayToo }} />
        {plan && state.kind === 'done' && state.release.ok ? (
          <PatternDetails session={session} plan={plan} figures={state.release.figures} />
        ) : null}
        <SamePeopleOf {...{ pool, said, onSame }} />
      </DetailsRow>
    </>
  );
}
