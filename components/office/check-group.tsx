import { useId } from 'react';
import styles from './hours.module.css';

type CheckGroupProps<Value extends string> = {
  label: string;
  choices: readonly { value: Value; label: string }[];
  values: readonly Value[];
  error: string | null;
  onChange: (values: Value[]) => void;
};

/** Several of a few. */
export function CheckGroup<Value extends string>(props: CheckGroupProps<Value>) {
  const { label, choices, values, error, onChange } = props;
  const id = useId();
  return (
    <fieldset className={styles.checks} aria-describedby={error ? id : undefined}>
      <legend>{label}</legend>
      {choices.map((choice, i) => (
        <label key={choice.value} className={styles.check}>
          <input
            type="checkbox"
            checked={values.includes(choice.value)}
            aria-invalid={(error !== null && i === 0) || undefined}
            onChange={(event) => {
              const without = values.filter((value) => value !== choice.value);
              onChange(event.target.checked ? [...without, choice.value] : without);
            }}
          />
          {choice.label}
        </label>
      ))}
      {error ? (
        <p id={id} className={styles.error}>
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
