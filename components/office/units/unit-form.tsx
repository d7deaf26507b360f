import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ChoiceGroup } from '#components/ui/choice-group.tsx';
import { Field } from '#components/ui/field.tsx';
import {
  emptyUnit,
  readUnit,
  type UnitDraft,
  type UnitProblem,
  unitDraftOf,
} from '#lib/client/office/terms/unit-draft.ts';
import { countries } from '#lib/protocol/countries.ts';
import type { PoliceUnit } from '#lib/protocol/signal-terms.ts';
import office from '../office.module.css';
import styles from './units.module.css';

type UnitFormProps = {
  /** null: a new one */
  unit: PoliceUnit | null;
  others: readonly PoliceUnit[];
  /** days since 1970 */
  today: number;
  onDone: (unit: PoliceUnit) => void;
  onCancel: () => void;
};

/** One unit; what is wrong stands at the field it belongs to. */
export function UnitForm({ unit, others, today, onDone, onCancel }: UnitFormProps) {
  const t = useTranslations('office.units');
  const countryName = useTranslations('office.countries');
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [draft, setDraft] = useState<UnitDraft>(unit ? unitDraftOf(unit) : emptyUnit);
  const [tried, setTried] = useState(false);
  useEffect(() => heading.current?.focus(), []);
  const read = readUnit(draft, others, today);
  const problems = tried && !read.ok ? read.problems : [];
  const set = (change: Partial<UnitDraft>) => setDraft({ ...draft, ...change });
  const wrong = (...of: UnitProblem[]) => {
    const found = problems.find((one) => of.includes(one));
    return found && t(`problems.${found}`);
  };
  return (
    <form
      noValidate
      aria-labelledby={id}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (read.ok) onDone(read.unit);
      }}
    >
      <h4 id={id} ref={heading} tabIndex={-1}>
        {unit ? t('changeUnit', { name: unit.name }) : t('newUnit')}
      </h4>
      <Field
        label={t('columns.name')}
        value={draft.name}
        maxLength={80}
        autoComplete="off"
        error={wrong('name', 'name_taken')}
        onChange={(event) => set({ name: event.target.value })}
      />
      <ChoiceGroup
        label={t('columns.country')}
        hint={wrong('country')}
        choices={countries.map((value) => ({ value, label: countryName(value) }))}
        value={draft.country}
        onChoose={(country) => set({ country })}
      />
      <Field
        label={t('columns.key')}
        hint={t('keyHint')}
        value={draft.key}
        autoComplete="off"
        spellCheck={false}
        error={wrong('key', 'key_secret', 'key_taken')}
        onChange={(event) => set({ key: event.target.value })}
      />
      <Field
        label={t('columns.until')}
        type="date"
        value={draft.until}
        error={wrong('day', 'day_past')}
        onChange={(event) => set({ until: event.target.value })}
      />
      <div className={office.row}>
        <Button type="submit">{unit ? t('keepUnit') : t('addUnit')}</Button>
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
