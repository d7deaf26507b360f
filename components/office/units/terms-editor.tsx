import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { termsChanges } from '#lib/client/office/terms/terms-changes.ts';
import { useTask } from '#lib/client/office/use-task.ts';
import type { TeamSession } from '#lib/client/team/team-session.ts';
import type { SignalTerms } from '#lib/protocol/signal-terms.ts';
import type { TermsProposal } from '#lib/protocol/team/organisation-events.ts';
import { termsProblems } from '#lib/signals/terms-problems.ts';
import office from '../office.module.css';
import { TaskNews } from '../task-news.tsx';
import { ChangeList } from './change-list.tsx';
import { SignalSettings } from './signal-settings.tsx';
import { UnitList } from './unit-list.tsx';
import styles from './units.module.css';

type TermsEditorProps = {
  session: TeamSession;
  /** What holds today. */
  before: SignalTerms;
  /** What waits already: a newer proposal takes its place. */
  replaces: TermsProposal | null;
  organisations: readonly { id: string; name: string }[];
  deskName: (id: string | null) => string;
  again: () => Promise<void>;
};

/** Units and settings while somebody changes them; nothing of it holds before a second one confirmed. */
export function TermsEditor(props: TermsEditorProps) {
  const { session, before, replaces, organisations, deskName, again } = props;
  const t = useTranslations('office.units');
  const [draft, setDraft] = useState<SignalTerms | null>(null);
  const { task, run } = useTask<string>();
  const isDemo = session.view.demo;
  const terms = draft ?? before;
  const changes = termsChanges(before, terms);
  const isWrong = termsProblems(terms, isDemo).length > 0;
  const propose = async () => {
    if (isWrong) return;
    if (await run(() => session.portal.request('terms:propose', { terms }))) setDraft(null);
    await again();
  };
  return (
    <>
      <UnitList
        units={terms.units}
        today={Math.floor(session.now() / 86_400_000)}
        onChange={(units) => setDraft({ ...terms, units })}
      />
      <div className={office.block}>
        <h3>{t('settingsHeading')}</h3>
        <SignalSettings
          terms={terms}
          isDemo={isDemo}
          organisations={organisations}
          onChange={setDraft}
        />
      </div>
      {changes.length > 0 ? (
        <section className={`${styles.proposal} ${styles.draft}`} aria-label={t('draft')}>
          <h3>{t('draft')}</h3>
          <ChangeList changes={changes} deskName={deskName} />
          {isWrong ? <p className={office.trouble}>{t('draftWrong')}</p> : null}
          {replaces ? <p>{t('replaces', { name: replaces.displayName })}</p> : null}
          <div className={office.row}>
            <Button
              look="primary"
              aria-disabled={task.kind === 'busy' || isWrong}
              onClick={() => void propose()}
            >
              {t('propose')}
            </Button>
            <Button look="quiet" onClick={() => setDraft(null)}>
              {t('discard')}
            </Button>
          </div>
        </section>
      ) : null}
      <TaskNews
        task={task}
        busy={t('busy')}
        done={t('proposed')}
        refused={(code) => (code === 'malformed' ? t('refused.malformed') : null)}
      />
    </>
  );
}
