import { type FormEvent, type KeyboardEvent, type RefObject, useId } from 'react';
import { Button } from '#components/ui/button.tsx';
import styles from './composer.module.css';

type ComposerProps = {
  words: { label: string; send: string };
  /** The text belongs to the parent, so that it outlives a change of language or of conversation. */
  value: string;
  /** What has to be changed before this can be sent; null when nothing. */
  problem: string | null;
  /** Enter sends and Shift with Enter breaks the line; without, only the button and Control-Enter. */
  enterSends: boolean;
  boxRef?: RefObject<HTMLTextAreaElement | null>;
  onChange: (value: string) => void;
  onSend: () => void;
};

/** Where one writes. Nothing here helps a keyboard or a browser to remember what was written. */
export function Composer(props: ComposerProps) {
  const { words, value, problem, enterSends, boxRef, onChange, onSend } = props;
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend();
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.shiftKey) return;
    if (!enterSends && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    onSend();
  };
  return (
    <form className={styles.form} onSubmit={submit} autoComplete="off">
      <label htmlFor={id} className={styles.label}>
        {words.label}
      </label>
      <div className={styles.row}>
        <textarea
          id={id}
          ref={boxRef}
          className={styles.box}
          rows={1}
          value={value}
          translate="no"
          spellCheck={false}
          autoCorrect="off"
          autoComplete="off"
          autoCapitalize="off"
          aria-describedby={problem ? `${id}problem` : undefined}
          aria-invalid={problem ? true : undefined}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={keyDown}
        />
        {/* A press must not take the focus out of the box: on a phone the keyboard would go away. */}
        <Button
          type="submit"
          look="primary"
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
        >
          {words.send}
        </Button>
      </div>
      {/* Always in the tree, or its first words would not be read aloud; the status is about the chat. */}
      <p id={`${id}problem`} aria-live="polite" className={styles.problem}>
        {problem}
      </p>
    </form>
  );
}
