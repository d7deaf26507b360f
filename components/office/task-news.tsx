import { useTranslations } from 'next-intl';
import type { Task } from '#lib/client/office/use-task.ts';
import styles from './office.module.css';

type TaskNewsProps<Code extends string> = {
  task: Task<Code>;
  busy: string;
  done: string;
  /** A sentence for a code of this task alone; null for those that the whole office shares. */
  refused?: (code: Code) => string | null;
};

/** What became of a press, said once, where it was made. */
export function TaskNews<Code extends string>(props: TaskNewsProps<Code>) {
  const { task, busy, done, refused } = props;
  const officeText = useRefusalText();
  const trouble = task.kind === 'refused' ? (refused?.(task.code) ?? officeText(task.code)) : null;
  return (
    <>
      <p role="status" className={styles.news}>
        {task.kind === 'busy' ? busy : null}
        {task.kind === 'done' ? done : null}
      </p>
      <p role="alert" className={styles.trouble}>
        {trouble}
      </p>
    </>
  );
}

const known = [
  'unavailable',
  'stale',
  'same_person',
  'not_allowed',
  'signed_out',
  'refused',
] as const;

/** A sentence that says what to do, for any code the office meets. */
export function useRefusalText(): (code: string) => string {
  const t = useTranslations('office.refused');
  return (code) => t(known.find((one) => one === code) ?? 'general');
}
