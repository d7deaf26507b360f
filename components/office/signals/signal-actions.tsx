import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { ConfirmButton } from '../confirm-button.tsx';

type SignalActionsProps = {
  isMine: boolean;
  approvals: number;
  /** What is asked before it leaves. */
  question: string;
  canRelease: boolean;
  busy: boolean;
  onApprove: () => void;
  onRelease: () => void;
};

/** Approve, then wait for a second person, then release once. */
export function SignalActions(props: SignalActionsProps) {
  const { isMine, approvals, question, canRelease, busy, onApprove, onRelease } = props;
  const t = useTranslations('office.signals');
  if (approvals >= 2)
    return canRelease ? (
      <ConfirmButton
        label={t('release')}
        question={question}
        confirm={t('releaseYes')}
        cancel={t('cancel')}
        busy={busy}
        onConfirm={onRelease}
      />
    ) : null;
  if (isMine) return <p>{t('approvedByYou')}</p>;
  return (
    <Button aria-disabled={busy} onClick={onApprove}>
      {t('approve')}
    </Button>
  );
}
