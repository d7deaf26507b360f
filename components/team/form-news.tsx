import styles from './sign-in.module.css';

type FormNewsProps = {
  /** What went wrong and what to do. */
  refused: string | null;
  /** What is being waited for. */
  working: string | null;
};

/** The line above a form's button; read aloud when it changes. */
export function FormNews({ refused, working }: FormNewsProps) {
  return (
    <div className={styles.news}>
      <p role="alert">{refused}</p>
      <p role="status">{working}</p>
    </div>
  );
}
