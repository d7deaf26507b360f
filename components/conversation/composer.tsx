import {
  type ClipboardEvent,
  type DragEvent,
  type FormEvent,
  type KeyboardEvent,
  type RefObject,
  useId,
} from 'react';
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
  /** A file was pasted or dropped: nothing of it is read, and the page stays. Absent: the browser does as ever. */
  onFile?: () => void;
  onChange: (value: string) => void;
  onSend: () => void;
};

const hasFile = (data: DataTransfer) => data.types.includes('Files');

/** Where one writes. Nothing here helps a keyboard or a browser to remember what was written. */
export function Composer(props: ComposerProps) {
  const { words, value, problem, enterSends, boxRef, onFile, onChange, onSend } = props;
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
  /** Left to the browser, a dropped picture would open in place of the chat. */
  const stopFile = (event: ClipboardEvent | DragEvent, data: DataTransfer) => {
    if (!onFile || !hasFile(data)) return;
    // A copied piece of a page may come as text and as a picture: then it is the text that was meant.
    if (event.type === 'paste' && data.types.includes('text/plain')) return;
    event.preventDefault();
    if (event.type !== 'dragover') onFile();
  };
  return (
    <form
      className={styles.form}
      onSubmit={submit}
      autoComplete="off"
      onDragOver={(event) => stopFile(event, event.dataTransfer)}
      onDrop={(event) => stopFile(event, event.dataTransfer)}
    >
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
          onPaste={(event) => stopFile(event, event.clipboardData)}
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
