import { useLocale, useTranslations } from 'next-intl';
import { type MouseEvent, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { isOver } from '#lib/client/office/hours-draft.ts';
import { dateText } from '#lib/i18n/day-text.ts';
import styles from './hours.module.css';

type DaysOffProps = {
  days: readonly string[];
  /** Where it must not be over yet. */
  zone: string;
  onChange: (days: readonly string[]) => void;
};

/** Days on which nothing begins, whatever the table says. */
export function DaysOff({ days, zone, onChange }: DaysOffProps) {
  const t = useTranslations('office.hours');
  const locale = useLocale();
  const [date, setDate] = useState('');
  const [over, setOver] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const add = () => {
    const late = date !== '' && isOver(date, zone, Date.now());
    setOver(late);
    if (late) return field.current?.focus();
    if (date === '' || days.includes(date)) return;
    onChange([...days, date].sort());
    setDate('');
  };
  // Its button goes with the day: the focus moves on to the next one before.
  const remove = (day: string, { currentTarget }: MouseEvent) => {
    const line = currentTarget.closest('li');
    const next = line?.nextElementSibling ?? line?.previousElementSibling;
    (next?.querySelector('button') ?? adder.current)?.focus();
    onChange(days.filter((one) => one !== day));
  };
  return (
    <div className={styles.off}>
      {days.length === 0 ? <p className={styles.closed}>{t('daysOffNone')}</p> : null}
      <ul className={styles.dates} hidden={days.length === 0}>
        {days.map((day) => (
          <li key={day} className={styles.date}>
            {dateText(day, locale)}
            <Button
              look="quiet"
              aria-label={t('removeDayOff', { date: dateText(day, locale) })}
              onClick={(event) => remove(day, event)}
            >
              {t('removeShort')}
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.addDate}>
        <Field
          ref={field}
          label={t('dayOff')}
          error={over ? t('dayOffOver') : undefined}
          type="date"
          value={date}
          onChange={(event) => setDate(event.target.value)}
        />
        <Button ref={adder} onClick={add}>
          {t('addDayOff')}
        </Button>
      </div>
    </div>
  );
}
