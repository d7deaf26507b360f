import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { isFull } from '#lib/client/office/terms/unit-draft.ts';
import type { PoliceUnit } from '#lib/protocol/signal-terms.ts';
import office from '../office.module.css';
import { UnitForm } from './unit-form.tsx';
import { UnitsTable } from './units-table.tsx';

type UnitListProps = {
  units: readonly PoliceUnit[];
  /** days since 1970 */
  today: number;
  onChange: (units: PoliceUnit[]) => void;
};

type Editing = { unit: PoliceUnit | null };

/** The units, and the form of the one that somebody adds or changes. */
export function UnitList({ units, today, onChange }: UnitListProps) {
  const t = useTranslations('office.units');
  const [editing, setEditing] = useState<Editing | null>(null);
  const others = units.filter((one) => one !== editing?.unit);
  const done = (unit: PoliceUnit) => {
    const isNew = editing?.unit === null;
    onChange(isNew ? [...units, unit] : units.map((one) => (one === editing?.unit ? unit : one)));
    setEditing(null);
  };
  return (
    <div className={office.block}>
      <h3>{t('table')}</h3>
      {units.length === 0 ? (
        <p>{t('noUnits')}</p>
      ) : (
        <UnitsTable
          units={units}
          today={today}
          onChange={(unit) => setEditing({ unit })}
          onRemove={(unit) => {
            setEditing(null);
            onChange(units.filter((one) => one !== unit));
          }}
        />
      )}
      {units.length > 0 ? <p className={office.quiet}>{t('removeHint')}</p> : null}
      {isFull(units) ? <p>{t('full')}</p> : null}
      {editing ? (
        <UnitForm
          key={editing.unit?.key ?? 'new'}
          unit={editing.unit}
          others={others}
          today={today}
          onDone={done}
          onCancel={() => setEditing(null)}
        />
      ) : null}
      {editing === null && !isFull(units) ? (
        <Button onClick={() => setEditing({ unit: null })}>{t('newUnit')}</Button>
      ) : null}
    </div>
  );
}
