import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { agreementState } from '#lib/client/office/terms/unit-draft.ts';
import { dayText } from '#lib/i18n/day-text.ts';
import type { PoliceUnit } from '#lib/protocol/signal-terms.ts';
import people from '../people.module.css';
import styles from './units.module.css';

type UnitsTableProps = {
  units: readonly PoliceUnit[];
  /** days since 1970 */
  today: number;
  onChange: (unit: PoliceUnit) => void;
  onRemove: (unit: PoliceUnit) => void;
};

function Until({ unit, today }: { unit: PoliceUnit; today: number }) {
  const t = useTranslations('office.units');
  const locale = useLocale();
  const state = agreementState(unit, today);
  return (
    <>
      {dayText(unit.agreementUntilDay, locale)}
      {state === 'valid' ? null : <p className={styles.warning}>{t(`agreement.${state}`)}</p>}
    </>
  );
}

/** Who may receive signals, and until when. */
export function UnitsTable({ units, today, onChange, onRemove }: UnitsTableProps) {
  const t = useTranslations('office.units');
  const countryName = useTranslations('office.countries');
  const columns = ['name', 'country', 'key', 'until', 'action'] as const;
  return (
    <DataTable label={t('table')} columns={columns} heading={(column) => t(`columns.${column}`)}>
      {units.map((unit) => (
        <tr key={unit.key}>
          <th scope="row">{unit.name}</th>
          <td data-label={t('columns.country')}>{countryName(unit.country)}</td>
          <td data-label={t('columns.key')}>
            <span className={styles.key} translate="no">
              {unit.key}
            </span>
          </td>
          <td data-label={t('columns.until')}>
            <Until unit={unit} today={today} />
          </td>
          <td>
            <div className={people.actions}>
              <Button
                aria-label={t('changeUnit', { name: unit.name })}
                onClick={() => onChange(unit)}
              >
                {t('change')}
              </Button>
              <Button
                look="quiet"
                aria-label={t('removeUnit', { name: unit.name })}
                onClick={() => onRemove(unit)}
              >
                {t('remove')}
              </Button>
            </div>
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
