import { useId } from 'react';
import type { WordLanguage } from '#lib/crypto/code-words.ts';
import styles from './people.module.css';

const languages: readonly WordLanguage[] = ['nl', 'fr', 'en'];

type WordLanguageChoiceProps = {
  label: string;
  value: WordLanguage;
  names: (language: WordLanguage) => string;
  onChoose: (language: WordLanguage) => void;
};

/** The same words exist in three languages; the two who compare must look at the same list. */
export function WordLanguageChoice({ label, value, names, onChoose }: WordLanguageChoiceProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>{' '}
      <select
        id={id}
        value={value}
        className={styles.select}
        onChange={(event) => onChoose(event.target.value as WordLanguage)}
      >
        {languages.map((language) => (
          <option key={language} value={language}>
            {names(language)}
          </option>
        ))}
      </select>
    </div>
  );
}
