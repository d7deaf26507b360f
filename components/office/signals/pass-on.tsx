import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { deskOf, passOn } from '#lib/client/office/signals/desk.ts';
import type { OpenedSignal } from '#lib/client/office/signals/open-signals.ts';
import { isCounted } from '#lib/client/office/signals/pattern-pool.ts';
import { useTask } from '#lib/client/office/use-task.ts';
import type { TeamSession } from '#lib/client/team/team-session.ts';
import { TaskNews } from '../task-news.tsx';

type PassOnProps = {
  session: TeamSession;
  signals: readonly OpenedSignal[];
  onChanged: () => void;
};

/** Where another organisation is the desk: a supervisor looked at these, and passes them on. */
export function PassOn({ session, signals, onChanged }: PassOnProps) {
  const t = useTranslations('office.signals');
  const { task, run } = useTask<string>();
  const waiting = signals.filter(
    (one) => isCounted(one) && one.stored.originId === null && !one.stored.isForwarded,
  );
  if (deskOf(session) === null || (waiting.length === 0 && task.kind === 'idle')) return null;
  const pass = async () => {
    await run(() => passOn(session, waiting));
    onChanged();
  };
  return (
    <div>
      {waiting.length > 0 ? (
        <>
          <p>{t('pattern.toPassOn', { count: waiting.length })}</p>
          <Button aria-disabled={task.kind === 'busy'} onClick={() => void pass()}>
            {t('pattern.passOn')}
          </Button>
        </>
      ) : null}
      <TaskNews
        task={task}
        busy={t('busy')}
        done={t('done')}
        refused={(code) => (code === 'stale' ? t('stale') : null)}
      />
    </div>
  );
}
