import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Button } from '#components/ui/button.tsx';

type SignalActionsProps = {
  isMine: boolean;
  approvals: number;
  /** What it means that it leaves. */
  consequence: string;
  canRelease: boolean;
  busy: boolean;
  onApprove: () => void;
  onRelease: () => void;
};

/** Approve, then wait for a second person, then release once: two people have said yes to it by then. */
export function SignalActions(props: SignalActionsProps) {
  const { isMine, approvals, consequence, canRelease, busy, onApprove, onRelease } = props;
  const t = useTranslations('office.signals');
  const id = useId();
  if (approvals >= 2)
    return canRelease ? (
      <>
        <p id={id}>{consequence}</p>
        <Button look="primary" aria-describedby={id} aria-disabled={busy} onClick={onRelease}>
          {t('release')}
        </Button>
      </>
    ) : null;
  if (isMine) return <p>{t('approvedByYou')}</p>;
  return (
    <Button aria-disabled={busy} onClick={onApprove}>
      {t('approve')}
    </Button>
  );
}
