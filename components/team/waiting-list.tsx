import { useTranslations } from 'next-intl';
import { type RefObject, useId } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { WaitingCard } from '#lib/client/desk/waiting.ts';
import { Flag } from './flag.tsx';
import styles from './lists.module.css';
import { usePersonWords } from './person-line.tsx';

type WaitingItemProps = {
  card: WaitingCard;
  taking: boolean;
  onTake: () => void;
};

function WaitingItem({ card, taking, onTake }: WaitingItemProps) {
  const t = useTranslations('team.desk.waiting');
  const mine = useTranslations('team.desk.mine');
  const words = usePersonWords();
  const id = useId();
  const { person, minutes, presence } = card;
  return (
    <li className={person?.danger ? `${styles.item} ${styles.urgent}` : styles.item}>
      <div id={id} className={styles.facts}>
        {person?.danger ? <Flag>{t('danger')}</Flag> : null}
        <p className={styles.main}>
          <strong>{words.language(person?.language)}</strong>
          <span className={styles.quiet}>{mine('chat', { number: card.number })}</span>
        </p>
        <p>
          <span>{minutes === null ? t('minutesUnknown') : t('minutes', { count: minutes })}</span>
        </p>
        <p className={styles.quiet}>{person ? words.age(person.age) : t('locked')}</p>
        {presence === 'here' || presence === 'unknown' ? null : (
          <p className={styles.quiet}>{t('away')}</p>
        )}
      </div>
      {/* The same name on every item, as people say it; the description tells which one it is. */}
      <Button look="primary" aria-describedby={id} aria-disabled={taking} onClick={onTake}>
        {t('take')}
      </Button>
    </li>
  );
}

type WaitingListProps = {
  waiting: readonly WaitingCard[];
  /** One is being taken right now. */
  taking: boolean;
  listRef: RefObject<HTMLUListElement | null>;
  onTake: (mailboxId: WaitingCard['mailboxId']) => void;
};

/** Who waits, in the order in which to take them. No text before "Take". */
export function WaitingList({ waiting, taking, listRef, onTake }: WaitingListProps) {
  const t = useTranslations('team.desk.waiting');
  const id = useId();
  return (
    <section className={styles.section}>
      <h2 id={id} tabIndex={-1}>
        {t('heading')}
      </h2>
      {waiting.length === 0 ? <p className={styles.quiet}>{t('empty')}</p> : null}
      {/* biome-ignore lint/a11y/noRedundantRoles: without bullets, Safari takes the list role away */}
      <ul ref={listRef} role="list" aria-labelledby={id} className={styles.list}>
        {waiting.map((card) => (
          <WaitingItem
            key={card.mailboxId}
            card={card}
            taking={taking}
            onTake={() => onTake(card.mailboxId)}
          />
        ))}
      </ul>
    </section>
  );
}
