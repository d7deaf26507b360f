import { useLocale, useTranslations } from 'next-intl';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { termsChanges } from '#lib/client/office/terms/terms-changes.ts';
import { useTask } from '#lib/client/office/use-task.ts';
import { activeAdmin } from '#lib/client/team/admin.ts';
import { publishSettings } from '#lib/client/team/publish.ts';
import type { TeamSession } from '#lib/client/team/team-session.ts';
import { dayText } from '#lib/i18n/day-text.ts';
import { type SignalTerms, termsText } from '#lib/protocol/signal-terms.ts';
import type { TermsProposal } from '#lib/protocol/team/organisation-events.ts';
import { ConfirmButton } from '../confirm-button.tsx';
import office from '../office.module.css';
import { TaskNews } from '../task-news.tsx';
import { ChangeList } from './change-list.tsx';
import styles from './units.module.css';

type ProposalBoxProps = {
  session: TeamSession;
  proposal: TermsProposal;
  /** What holds today. */
  before: SignalTerms;
  deskName: (id: string | null) => string;
  again: () => Promise<void>;
};

/** One text for one proposal: who made it, and exactly what it says. */
const revisionOf = ({ memberId, terms }: TermsProposal): string =>
  `${memberId} ${termsText(terms)}`;

/** Somebody was looking at one proposal, and another one took its place under their eyes. */
function ProposalChanged({ name }: { name: string }) {
  const t = useTranslations('office.units');
  const line = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    // The question that had focus is gone: whoever uses a keyboard goes on here, before anything else takes it.
    if (document.activeElement === document.body) line.current?.focus();
  }, []);
  return (
    <p ref={line} role="alert" tabIndex={-1} className={office.trouble}>
      {t('proposalChanged', { name })}
    </p>
  );
}

/**
 * What waits for a second supervisor: what differs, and who may do what with it. An open question is about the
 * proposal that stood there when it was asked: another one closes it.
 */
export function ProposalBox({ session, proposal, before, deskName, again }: ProposalBoxProps) {
  const t = useTranslations('office.units');
  const locale = useLocale();
  const id = useId();
  const { task, run } = useTask<string>();
  const revision = revisionOf(proposal);
  const [first] = useState(revision);
  const isMine = proposal.memberId === session.view.memberId;
  const name = proposal.displayName;
  const confirm = async () => {
    const signals = proposal.terms;
    await run(() => publishSettings(session, { ...session.settings(), signals }));
    await again();
  };
  const drop = async () => {
    await run(() => session.portal.request('terms:drop', {}));
    await again();
  };
  return (
    <section aria-labelledby={id} className={styles.proposal}>
      <h3 id={id}>{isMine ? t('mine') : t('theirs', { name })}</h3>
      <p>{t('since', { date: dayText(proposal.day, locale) })}</p>
      {first === revision || isMine ? null : <ProposalChanged key={revision} name={name} />}
      <ChangeList changes={termsChanges(before, proposal.terms)} deskName={deskName} />
      {isMine ? <p>{t('needsOther')}</p> : null}
      {isMine || activeAdmin(session) ? null : <p className={office.trouble}>{t('needAdmin')}</p>}
      <div className={office.row}>
        {isMine || !activeAdmin(session) ? null : (
          <ConfirmButton
            key={revision}
            label={t('confirm')}
            question={t('confirmQuestion', { name })}
            confirm={t('confirmYes')}
            cancel={t('cancel')}
            busy={task.kind === 'busy'}
            onConfirm={() => void confirm()}
          />
        )}
        <Button look="quiet" aria-disabled={task.kind === 'busy'} onClick={() => void drop()}>
          {isMine ? t('takeBack') : t('reject')}
        </Button>
      </div>
      <TaskNews
        task={task}
        busy={t('busy')}
        done={t('done')}
        refused={(code) => {
          if (code === 'same_person') return t('refused.same_person');
          return code === 'not_allowed' ? t('refused.changed') : null;
        }}
      />
    </section>
  );
}
