import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { numbered, type Pool } from '#lib/client/office/signals/pattern-pool.ts';
import type { SaidByOther } from '#lib/client/office/signals/said-by-others.ts';
import type { Groups } from '#lib/client/office/signals/same-people.ts';
import { Said } from './said.tsx';
import styles from './signals.module.css';

type SaidByOthersProps = {
  pool: Pool;
  others: readonly SaidByOther[];
  onSayToo: (groups: Groups) => void;
};

/** The groups with their numbers as a sentence has them. */
function useNumbers(pool: Pool) {
  const format = useFormatter();
  return (groups: Groups) =>
    numbered(pool, groups).map((group) =>
      format.list(
        group.map(({ number }) => `${number}`),
        { type: 'conjunction' },
      ),
    );
}

/** What these signals say: whoever says the same looks first. */
function Look({ pool, groups }: { pool: Pool; groups: Groups }) {
  const t = useTranslations('office.signals.same');
  return (
    <Panel bare summary={t('look')}>
      <div className={styles.details}>
        {numbered(pool, groups)
          .flat()
          .map(({ key, number, consent }) => (
            <div key={key}>
              <h3>{t('one', { number })}</h3>
              <Said signal={consent.signal} />
            </div>
          ))}
      </div>
    </Panel>
  );
}

function Differs(props: SaidByOthersProps & { one: SaidByOther & { kind: 'differs' } }) {
  const { pool, onSayToo } = props;
  const { name, theirs, mine } = props.one;
  const t = useTranslations('office.signals.same');
  const numbersOf = useNumbers(pool);
  return (
    <>
      {numbersOf(theirs).map((numbers) => (
        <p key={numbers}>{t('said', { name, numbers })}</p>
      ))}
      {numbersOf(mine).map((numbers) => (
        <p key={numbers}>{t('onlyYou', { name, numbers })}</p>
      ))}
      <p>{t('differ', { name })}</p>
      {theirs.length > 0 ? (
        <>
          <Look pool={pool} groups={theirs} />
          <Button
            onClick={({ currentTarget }) => {
              onSayToo(theirs);
              // The button goes; whoever uses a keyboard stays with what is said instead of it.
              currentTarget.closest('li')?.focus();
            }}
          >
            {t('sayToo', { name })}
          </Button>
        </>
      ) : null}
    </>
  );
}

/** What the supervisors who approved said about the same people, beside what this one says. */
export function SaidByOthers(props: SaidByOthersProps) {
  const { pool, others } = props;
  const t = useTranslations('office.signals.same');
  const numbersOf = useNumbers(pool);
  if (others.length === 0) return null;
  const words = (one: SaidByOther) => {
    const { name } = one;
    switch (one.kind) {
      case 'same':
        return numbersOf(one.groups).map((numbers) => (
          <p key={numbers}>{t('agreed', { name, numbers })}</p>
        ));
      case 'differs':
        return <Differs {...props} one={one} />;
      case 'unreadable':
        return <p>{one.isOwn ? t('ownUnreadable') : t('unreadable', { name })}</p>;
    }
  };
  return (
    <ul className={styles.others} aria-label={t('others')}>
      {others.map((one) => (
        <li key={one.memberId} tabIndex={-1}>
          {words(one)}
        </li>
      ))}
    </ul>
  );
}
