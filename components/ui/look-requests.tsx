import { Button } from './button.tsx';
import styles from './look-requests.module.css';

type LookRequestsProps<Asked extends { lookId: string; name: string }> = {
  asked: readonly Asked[];
  trouble: string | null;
  words: { question: (name: string) => string; confirm: string; dismiss: string };
  onConfirm: (look: Asked) => void;
  onDismiss: (look: Asked) => void;
};

/** Who asks for a second look, until it was answered; the same at the desk and in the office. */
export function LookRequests<Asked extends { lookId: string; name: string }>(
  props: LookRequestsProps<Asked>,
) {
  const { asked, trouble, words, onConfirm, onDismiss } = props;
  return (
    <div role="status" className={asked.length > 0 ? styles.requests : undefined}>
      {asked.map((look) => (
        <div key={look.lookId} className={styles.request}>
          <p>{words.question(look.name)}</p>
          <div className={styles.actions}>
            <Button onClick={() => onConfirm(look)}>{words.confirm}</Button>
            <Button look="quiet" onClick={() => onDismiss(look)}>
              {words.dismiss}
            </Button>
          </div>
        </div>
      ))}
      {trouble ? <p>{trouble}</p> : null}
    </div>
  );
}
