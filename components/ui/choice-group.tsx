import { type ReactNode, useId } from 'react';
import styles from './choice-group.module.css';

export type Choice<Value extends string> = { value: Value; label: ReactNode };

type ChoiceGroupProps<Value extends string> = {
  label: string;
  hint?: string | undefined;
  choices: readonly Choice<Value>[];
  /** Null: nothing is chosen, which is always allowed. */
  value: Value | null;
  onChoose: (value: Value) => void;
};

/** One of a few, all of them visible: nobody has to open a list to find out what can be said. */
export function ChoiceGroup<Value extends string>(props: ChoiceGroupProps<Value>) {
  const { label, hint, choices, value, onChoose } = props;
  const id = useId();
  const hintId = `${id}hint`;
  return (
    <div
      role="radiogroup"
      aria-labelledby={id}
      aria-describedby={hint ? hintId : undefined}
      className={styles.group}
    >
      <p>
        <span id={id} className={styles.label}>
          {label}
        </span>
        {hint ? (
          <span id={hintId} className={styles.hint}>
            {' '}
            {hint}
          </span>
        ) : null}
      </p>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="radio"
              name={id}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChoose(choice.value)}
            />
            <span className={styles.face}>{choice.label}</span>
          </label>
        ))}
      </div>
    </div>
  );
}
