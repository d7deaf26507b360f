import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import styles from './office.module.css';

type ConfirmButtonProps = {
  /** What stands on the button, and its accessible name if that must say more. */
  label: ReactNode;
  name?: string;
  question: string;
  confirm: string;
  cancel: string;
  busy: boolean;
  onConfirm: () => void;
};

/**
 * A press asks first. The question stands in the flow of the page and takes focus; Escape and "Cancel"
 * give it back.
 */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { label, name, question, confirm, cancel, busy, onConfirm } = props;
  const [asking, setAsking] = useState(false);
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asking) group.current?.focus();
  }, [asking]);
  const close = () => {
    setAsking(false);
    opener.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
  };
  return (
    <>
      <Button
        ref={opener}
        aria-label={name}
        aria-expanded={asking}
        aria-disabled={busy}
        onClick={() => setAsking(!asking && !busy)}
      >
        {label}
      </Button>
      {asking ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a form
        <div
          ref={group}
          role="group"
          tabIndex={-1}
          aria-labelledby={id}
          className={styles.question}
          onKeyDown={onKeyDown}
        >
          <p id={id}>{question}</p>
          <div className={styles.row}>
            <Button
              look="primary"
              onClick={() => {
                close();
                onConfirm();
              }}
            >
              {confirm}
            </Button>
            <Button look="quiet" onClick={close}>
              {cancel}
            </Button>
          </div>
        </div>
      ) : null}
    </>
  );
}
