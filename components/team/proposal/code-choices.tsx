import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useSignalText } from '#components/conversation/use-signal-text.ts';
import { Button } from '#components/ui/button.tsx';
import { type Field, isSet, MAX_CODES } from '#lib/signals/fields.ts';
import { orderedSet } from '#lib/signals/less-exact.ts';
import type { FieldValue, Signal } from '#lib/signals/signal.ts';
import styles from './proposal-form.module.css';

/** Kinds that the card calls "something else": who fills in the form must tell them apart. */
const KINDS = [
  'ForcedAdoption',
  'Surrogacy',
  'OrganRemoval',
  'ForcedMilitaryByNonStateActors',
  'SlaveryOrSimilar',
  'Other',
] as const;

/** Names of fields and codes as the desk says them. */
export function useDeskCodes() {
  const text = useSignalText();
  const t = useTranslations('team.desk.signal');
  const code = (field: Field, value: string): string => {
    const kind = KINDS.find((one) => field === 'exploitation' && one === value);
    return kind ? t(`kinds.${kind}`) : text.code(field, value);
  };
  // On the card these two speak to the person.
  const name = (field: Field): string =>
    field === 'gender' || field === 'means_of_control' ? t(`names.${field}`) : text.name(field);
  return { name, code };
}

type CodeChoicesProps = {
  field: Field;
  signal: Signal;
  offered: readonly string[];
  /** Only codes whose words hold this, and those that are chosen. */
  search: string;
  onChange: (value: FieldValue | undefined) => void;
};

const chosenOf = (value: FieldValue | undefined): readonly string[] => {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : (value as readonly string[]);
};

/** The codes of one field, all in sight: one of them, or up to six. Nothing is chosen beforehand. */
export function CodeChoices({ field, signal, offered, search, onChange }: CodeChoicesProps) {
  const t = useTranslations('team.desk.signal');
  const words = useDeskCodes();
  const group = useId();
  const many = isSet(field);
  const chosen = chosenOf(signal[field]);
  // The rules put it there, not the counsellor.
  const isFixed = field === 'country' && signal.country === 'Benelux';
  const inName = words.name(field).toLowerCase().includes(search);
  const shown = offered.filter(
    (code) =>
      inName || chosen.includes(code) || words.code(field, code).toLowerCase().includes(search),
  );
  if (shown.length === 0) return null;
  const toggle = (code: string) => {
    if (!many) return onChange(code);
    const next = chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code];
    onChange(orderedSet(field, next));
  };
  const full = many && chosen.length >= MAX_CODES;
  return (
    <fieldset className={styles.field}>
      <legend>{words.name(field)}</legend>
      <div className={styles.codes}>
        {shown.map((code) => {
          const isChosen = chosen.includes(code);
          return (
            <label key={code} className={styles.code}>
              <input
                type={many ? 'checkbox' : 'radio'}
                name={`${group}${field}`}
                checked={isChosen}
                disabled={full && !isChosen}
                onChange={() => toggle(code)}
              />
              {words.code(field, code)}
            </label>
          );
        })}
      </div>
      {full ? <p className={styles.quiet}>{t('atMost', { count: MAX_CODES })}</p> : null}
      {isFixed ? <p className={styles.quiet}>{t('benelux')}</p> : null}
      {chosen.length > 0 && !isFixed ? (
        <Button look="quiet" onClick={() => onChange(undefined)}>
          {t('clear', { field: words.name(field) })}
        </Button>
      ) : null}
    </fieldset>
  );
}
