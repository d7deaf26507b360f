import { useTranslations } from 'next-intl';
import type { Margin } from '#lib/client/desk/margin.ts';
import { DIMENSIONS } from '#lib/signals/code-lists.ts';
import { positiveDimensions } from '#lib/signals/indicators/dimensions.ts';
import { INDICATORS } from '#lib/signals/indicators/operational-indicators.ts';
import { dependsOnKind } from '#lib/signals/signal.ts';
import styles from './proposal-form.module.css';

type IndicatorListProps = {
  margin: Pick<Margin, 'signal' | 'ticked'>;
  /** Only indicators whose words hold this, and those that are ticked. */
  search: string;
  onTick: (ticked: readonly number[]) => void;
};

/** The operational indicators of the ILO, a checklist; for work six booleans are made of it, see `withIndicators`. */
export function IndicatorList({ margin, search, onTick }: IndicatorListProps) {
  const t = useTranslations('team.desk.signal');
  const words = useTranslations('team.desk.signal.indicators');
  const { signal, ticked } = margin;
  const toggle = (at: number) =>
    onTick(
      ticked.includes(at)
        ? ticked.filter((one) => one !== at)
        : [...ticked, at].sort((a, b) => a - b),
    );
  const isCounted = dependsOnKind(signal.exploitation).indicators;
  const count = positiveDimensions(ticked, signal.age_band).filter(Boolean).length;
  // Keys of words are names of the list, see the test that holds one against the other.
  const say = t as (key: string) => string;
  const all = INDICATORS.map((one, at) => ({
    ...one,
    at,
    text: say(`indicators.${one.dimension}.${one.code}`),
  }));
  return (
    <details open={search !== '' || undefined} className={styles.group}>
      <summary>
        <h3>{words('heading')}</h3>
        <span className={styles.quiet}>{t('filled', { count: ticked.length })}</span>
      </summary>
      <p className={styles.quiet}>{isCounted ? words('counted', { count }) : words('plain')}</p>
      <p className={styles.quiet}>{words('note')}</p>
      {DIMENSIONS.map((dimension) => {
        const name = say(`indicators.${dimension}.name`);
        const inName = name.toLowerCase().includes(search);
        const shown = all.filter(
          (one) =>
            one.dimension === dimension &&
            (inName || ticked.includes(one.at) || one.text.toLowerCase().includes(search)),
        );
        if (shown.length === 0) return null;
        return (
          <fieldset key={dimension} className={styles.field}>
            <legend>{name}</legend>
            <div className={styles.codes}>
              {shown.map(({ at, text }) => (
                <label key={at} className={styles.code}>
                  <input
                    type="checkbox"
                    checked={ticked.includes(at)}
                    onChange={() => toggle(at)}
                  />
                  {text}
                </label>
              ))}
            </div>
          </fieldset>
        );
      })}
    </details>
  );
}
