import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { type DayDraft, MOST_SPANS } from '#lib/client/office/hours-draft.ts';
import type { DraftPart } from '#lib/client/office/hours-merge.ts';
import styles from './hours.module.css';

type HoursTableProps = {
  days: readonly DayDraft[];
  /** A span without one of its times is shown as wrong. */
  halfBad: boolean;
  /** Days that a colleague published otherwise meanwhile are among these. */
  overtaken: readonly DraftPart[];
  onChange: (days: readonly DayDraft[]) => void;
};

const weekdays = ['0', '1', '2', '3', '4', '5', '6'] as const;

/** Seven days; each closed, round the clock, or open in up to four spans. */
export function HoursTable({ days, halfBad, overtaken, onChange }: HoursTableProps) {
  const t = useTranslations('office.hours');
  return (
    <ul className={styles.week} aria-label={t('table')}>
      {weekdays.map((weekday, i) => (
        <DayLine
          key={weekday}
          day={t(`days.${weekday}`)}
          draft={days[i] ?? { kind: 'spans', spans: [] }}
          halfBad={halfBad}
          isOvertaken={overtaken.includes(`days.${i}`)}
          onChange={(draft) => onChange(days.with(i, draft))}
        />
      ))}
    </ul>
  );
}

type DayLineProps = {
  day: string;
  draft: DayDraft;
  halfBad: boolean;
  isOvertaken: boolean;
  onChange: (draft: DayDraft) => void;
};

function DayLine(props: DayLineProps) {
  const { day, draft, halfBad, isOvertaken, onChange } = props;
  const t = useTranslations('office.hours');
  const spans = draft.kind === 'spans' ? draft.spans : [];
  const setSpans = (next: typeof spans) => onChange({ kind: 'spans', spans: next });
  const edit = (i: number, change: Partial<(typeof spans)[number]>) =>
    setSpans(spans.map((span, at) => (at === i ? { ...span, ...change } : span)));
  return (
    <li className={styles.day}>
      <span className={styles.name}>{day}</span>
      <label className={styles.whole}>
        <input
          type="checkbox"
          aria-label={t('allDay', { day })}
          checked={draft.kind === 'all_day'}
          onChange={(event) =>
            onChange(event.target.checked ? { kind: 'all_day' } : { kind: 'spans', spans: [] })
          }
        />
        {t('allDayShort')}
      </label>
      {draft.kind === 'all_day' ? null : (
        <div className={styles.spans}>
          {spans.length === 0 ? <span className={styles.closed}>{t('closedDay')}</span> : null}
          {spans.map(({ from, to }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: spans have no name but their place
            <div key={i} className={styles.span}>
              <ClockField
                label={t('from', { day })}
                short={t('fromShort')}
                value={from}
                isBad={halfBad && from === ''}
                onChange={(clock) => edit(i, { from: clock })}
              />
              <ClockField
                label={t('to', { day })}
                short={t('toShort')}
                value={to}
                isBad={halfBad && to === ''}
                onChange={(clock) => edit(i, { to: clock })}
              />
              {from !== '' && to !== '' && to <= from ? (
                <span className={styles.closed}>{t('night')}</span>
              ) : null}
              {halfBad && (from === '' || to === '') ? (
                <span className={styles.error}>{t('timeBad')}</span>
              ) : null}
              <Button
                look="quiet"
                aria-label={t('removeSpan', { from, to, day })}
                onClick={() => setSpans(spans.filter((_, at) => at !== i))}
              >
                {t('removeShort')}
              </Button>
            </div>
          ))}
          {spans.length < MOST_SPANS ? (
            <Button
              look="quiet"
              aria-label={t('addSpan', { day })}
              onClick={() => setSpans([...spans, { from: '09:00', to: '17:00' }])}
            >
              {t('addShort')}
            </Button>
          ) : null}
        </div>
      )}
      {isOvertaken ? <p className={styles.overtaken}>{t('overtaken')}</p> : null}
    </li>
  );
}

type ClockFieldProps = {
  label: string;
  short: string;
  value: string;
  isBad: boolean;
  onChange: (clock: string) => void;
};

function ClockField({ label, short, value, isBad, onChange }: ClockFieldProps) {
  return (
    <label className={styles.clock}>
      <span aria-hidden="true">{short}</span>
      <input
        type="time"
        aria-label={label}
        aria-invalid={isBad || undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
