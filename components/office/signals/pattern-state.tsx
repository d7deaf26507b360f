import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import type { PatternPlan } from '#lib/client/office/signals/pattern-pool.ts';
import type { Computing } from '#lib/client/office/signals/use-pattern.ts';

type PatternStateProps = {
  state: Computing;
  plan: PatternPlan | null;
  isTooLarge: boolean;
  onCancel: () => void;
  onAgain: () => void;
};

/** Why a quarter waits, in one sentence; null when it does not. */
function useWaiting({ state, plan, isTooLarge }: PatternStateProps): string | null {
  const t = useTranslations('office.signals.pattern');
  if (isTooLarge) return t('too_many');
  if (state.kind !== 'done') return null;
  const { release } = state;
  if (release.ok) return plan ? null : t('no_unit');
  if (release.code === 'no_cluster') return t('no_cluster');
  return `${t('waits')} ${release.shortages.map((one) => t(one)).join(', ')}.`;
}

/** How far the count of a quarter is: under way, stopped, waiting for more signals, or ready. */
export function PatternState(props: PatternStateProps) {
  const { state, onCancel, onAgain } = props;
  const t = useTranslations('office.signals');
  const waiting = useWaiting(props);
  if (waiting !== null) return <p data-testid="refusal-reason">{waiting}</p>;
  if (state.kind === 'done') return <p>{t('pattern.enough')}</p>;
  if (state.kind === 'busy')
    return (
      <>
        <p role="status">{t('pattern.computing')}</p>
        <progress value={state.share} max={1} aria-label={t('pattern.progress')} />
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </>
    );
  return (
    <>
      <p role="status">{t(state.kind === 'failed' ? 'pattern.failed' : 'pattern.stopped')}</p>
      <Button onClick={onAgain}>{t('pattern.again')}</Button>
    </>
  );
}
