import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './chat-pane.module.css';

type QuestionProps = {
  text: string;
  /** What else stands below the buttons. */
  more?: ReactNode;
  /** Escape answers it with no. */
  onCancel: () => void;
  /** The buttons. */
  children: ReactNode;
};

/** Asks once before something that cannot be undone; a question in the flow that takes the focus. */
export function Question({ text, more, onCancel, children }: QuestionProps) {
  const id = useId();
  const question = useRef<HTMLElement>(null);
  useEffect(() => question.current?.focus(), []);
  return (
    <section
      ref={question}
      tabIndex={-1}
      aria-labelledby={id}
      className={styles.question}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <p id={id}>{text}</p>
      <div className={styles.row}>{children}</div>
      {more}
    </section>
  );
}
