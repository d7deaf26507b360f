import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { Pool } from '#lib/client/office/signals/pattern-pool.ts';
import type { SaidByOther } from '#lib/client/office/signals/said-by-others.ts';
import type { Groups } from '#lib/client/office/signals/same-people.ts';
import { Said } from './said.tsx';
import styles from './signals.module.css';

type SaidByOthersProps = {
  pool: Pool;
  others: readonly SaidByOther[];
  onSayToo: (groups: Groups) => void;
};

/** Signals of a group in the order of their numbers. */
const dueIn = ({ due }: Pool, group: readonly string[]) =>
  due.filter(({ key }) => group.includes(key));

/** The numbers of a group as a sentence has them. */
function useNumbers(pool: Pool): (group: readonly string[]) => string {
  const format = useFormatter();
  return (group) =>
    format.list(
      dueIn(pool, group).map(({ number }) => `${number}`),
      { type: 'conjunction' },
    );
}

/** What these signals say: whoever says the same looks first. */
function Look({ pool, groups }: { pool: Pool; groups: Groups }) {
  const t = useTranslations('office.signals.same');
  return (
    <Panel bare summary={t('look')}>
      <ul className={styles.signals}>
        {dueIn(pool, groups.flat()).map(({ key, number, consent }) => (
          <li key={key}>
            {t('one', { number })}
            <Said signal={consent.signal} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Differs(props: SaidByOthersProps & { one: SaidByOther & { kind: 'differs' } }) {
  const { pool, onSayToo } = props;
  const { name, theirs, mine } = props.one;
  const t = useTranslations('office.signals.same');
  const numbers = useNumbers(pool);
  return (
    <>
      {theirs.map((group) => (
        <p key={group[0]}>{t('said', { name, numbers: numbers(group) })}</p>
      ))}
      {mine.map((group) => (
        <p key={group[0]}>{t('onlyYou', { name, numbers: numbers(group) })}</p>
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
  const numbers = useNumbers(pool);
  if (others.length === 0) return null;
  const words = (one: SaidByOther) => {
    const { name } = one;
    switch (one.kind) {
      case 'same':
        return one.groups.map((group) => (
          <p key={group[0]}>{t('agreed', { name, numbers: numbers(group) })}</p>
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
