import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { type Due, numbered, type Pool } from '#lib/client/office/signals/pattern-pool.ts';
import type { Groups } from '#lib/client/office/signals/same-people.ts';
import { filledFields } from '#lib/signals/signal.ts';
import { Said } from './said.tsx';
import styles from './signals.module.css';
import { useStaffText } from './use-staff-text.ts';

export type SamePeopleProps = {
  pool: Pool;
  /** by this supervisor */
  said: Groups;
  onSame: (key: string, other: string | null) => void;
};

type PickProps = {
  label: string;
  among: readonly Due[];
  value: string;
  onPick: (key: string) => void;
};

/** One signal of the pool, by its number and what it says. */
function Pick({ label, among, value, onPick }: PickProps) {
  const t = useTranslations('office.signals.same');
  const text = useStaffText();
  const id = useId();
  const words = ({ number, consent: { signal } }: Due) =>
    `${number}: ${filledFields(signal)
      // The quarter is the same for nearly all of them.
      .filter((field) => field !== 'period')
      .slice(0, 4)
      .map((field) => text.value(signal, field))
      .join(', ')}`;
  return (
    <div className={styles.pick}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        <option value="">{t('none')}</option>
        {among.map((one) => (
          <option key={one.key} value={one.key}>
            {words(one)}
          </option>
        ))}
      </select>
    </div>
  );
}

/**
 * "Same people as": two chats can be about the same people, which no code tells. Joined signals count as one source,
 * and what two supervisors approve is another content then.
 */
export function SamePeopleOf({ pool, said, onSame }: SamePeopleProps) {
  const t = useTranslations('office.signals.same');
  const { due } = pool;
  const [picked, setPicked] = useState('');
  const [named, setNamed] = useState('');
  const one = due.find(({ key }) => key === picked);
  const joined = numbered(pool, said);
  const group = joined.find((all) => all.some(({ key }) => key === picked)) ?? [];
  const mates = group.map(({ key }) => key).filter((key) => key !== picked);
  return (
    <Panel bare summary={t('heading')}>
      <div className={styles.details}>
        <p>{t('intro')}</p>
        <p>{t('here')}</p>
        <Pick label={t('signal')} among={due} value={one ? picked : ''} onPick={setPicked} />
        {one ? (
          <>
            <Said signal={one.consent.signal} />
            <Pick
              label={t('as', { number: one.number })}
              among={due.filter(({ key }) => key !== picked)}
              // Of several it shows the one that was named.
              value={mates.includes(named) ? named : (mates[0] ?? '')}
              onPick={(other) => {
                setNamed(other);
                onSame(picked, other === '' ? null : other);
              }}
            />
          </>
        ) : null}
        {joined.length > 0 ? (
          <ul aria-label={t('heading')}>
            {joined.flatMap(([first, ...others]) =>
              others.map((other) => {
                const pair = { number: first?.number ?? 0, other: other.number };
                return (
                  <li key={other.key}>
                    {t('joined', pair)}{' '}
                    <Button
                      look="quiet"
                      aria-label={t('part', pair)}
                      onClick={() => onSame(other.key, null)}
                    >
                      {t('remove')}
                    </Button>
                  </li>
                );
              }),
            )}
          </ul>
        ) : null}
      </div>
    </Panel>
  );
}
