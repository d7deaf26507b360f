import { useId } from 'react';
import type { AppLocale } from '#lib/i18n/routing.ts';
import styles from './people.module.css';

const languages: readonly AppLocale[] = ['nl', 'fr', 'en'];

type WordLanguageChoiceProps = {
  label: string;
  value: AppLocale;
  names: (language: AppLocale) => string;
  onChoose: (language: AppLocale) => void;
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
        onChange={(event) => onChoose(event.target.value as AppLocale)}
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
