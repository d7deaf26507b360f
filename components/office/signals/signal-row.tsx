import { useLocale, useTranslations } from 'next-intl';
import { useId, useMemo } from 'react';
import { caseOf } from '#lib/client/office/signals/case-of.ts';
import { releaseCase } from '#lib/client/office/signals/make-release.ts';
import type { OpenedSignal } from '#lib/client/office/signals/open-signals.ts';
import { approvalsOf, type CaseReview } from '#lib/client/office/signals/review-case.ts';
import { useSecondsLeft } from '#lib/client/office/signals/use-seconds-left.ts';
import { useTask } from '#lib/client/office/use-task.ts';
import { activeAdmin } from '#lib/client/team/admin.ts';
import type { TeamSession } from '#lib/client/team/team-session.ts';
import { dayText } from '#lib/i18n/day-text.ts';
import type { HeldSignals } from '#lib/signals/release/case.ts';
import { TaskNews } from '../task-news.tsx';
import { CaseDetails } from './case-details.tsx';
import { DetailsRow } from './details-row.tsx';
import { SignalActions } from './signal-actions.tsx';
import styles from './signals.module.css';

type SignalRowProps = {
  session: TeamSession;
  opened: OpenedSignal;
  since: string;
  /** All signals that could be opened: what is rare among them is made less exact. */
  held: HeldSignals;
  onChanged: () => void;
};

/** Why a signal cannot leave now, in one sentence. */
function useRefusal(
  { session, opened, onChanged }: SignalRowProps,
  review: CaseReview | null,
): string | null {
  const t = useTranslations('office.signals');
  const locale = useLocale();
  const seconds = useSecondsLeft(opened.waitsUntil, session.now, onChanged);
  const date = opened.notBeforeDay === null ? '' : dayText(opened.notBeforeDay, locale);
  if (opened.scope === 'pattern' && (opened.result.ok || opened.result.early))
    return t('waitsForQuarter', { date });
  if (!opened.result.ok) return t(`refusal.${opened.result.code}`, { date, seconds });
  return review && !review.class.ok ? t(`class.${review.class.code}`) : null;
}

/** One sealed signal: its consent, who approved it, and the next step. */
export function SignalRow(props: SignalRowProps) {
  const { session, opened, since, held, onChanged } = props;
  const t = useTranslations('office.signals');
  const review = useMemo(() => caseOf(session, opened, held), [session, opened, held]);
  const refusal = useRefusal(props, review);
  const { task, run } = useTask<string>();
  const { refHash } = opened.stored;
  const yes = review ? approvalsOf(opened.stored, review) : [];
  const consent = review && opened.result.ok ? opened.result.consent : null;
  const id = useId();
  const isOk = opened.result.ok || opened.result.early !== null;

  const approve = async () => {
    if (!review) return;
    const contentHash = Uint8Array.from(review.contentHash);
    const request = { refHash: Uint8Array.from(refHash), contentHash };
    if (await run(() => session.portal.request('signals:approve', request))) onChanged();
  };
  const release = async () => {
    if (!review) return;
    if (await run(() => releaseCase(session, refHash, review.contentHash))) onChanged();
  };
  return (
    <>
      <tr className={consent ? styles.hasMore : undefined}>
        <th scope="row" id={id}>
          {t(`scope.${opened.scope}`)}
        </th>
        <td data-label={t('columns.since')}>{since}</td>
        <td data-label={t('columns.consent')}>
          {isOk ? <p>{t('consentOk')}</p> : null}
          {opened.stored.isForwarded ? <p>{t('pattern.passedOn')}</p> : null}
          {refusal ? <p data-testid="refusal-reason">{refusal}</p> : null}
        </td>
        <td data-label={t('columns.approved')}>
          {yes.length === 0 ? t('nobody') : yes.map(({ displayName }) => displayName).join(', ')}
        </td>
        <td>
          {review && refusal === null ? (
            <SignalActions
              isMine={yes.some(({ memberId }) => memberId === session.view.memberId)}
              approvals={yes.length}
              consequence={t('releaseOnce', { units: review.content.recipients.join(', ') })}
              canRelease={activeAdmin(session) !== null}
              busy={task.kind === 'busy'}
              onApprove={() => void approve()}
              onRelease={() => void release()}
            />
          ) : null}
          <TaskNews
            task={task}
            busy={t('busy')}
            done={t('done')}
            refused={(code) => (code === 'stale' ? t('stale') : null)}
          />
        </td>
      </tr>
      {review && consent ? (
        <DetailsRow of={id}>
          <CaseDetails session={session} consent={consent} review={review} />
        </DetailsRow>
      ) : null}
    </>
  );
}
