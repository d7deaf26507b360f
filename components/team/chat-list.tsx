import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Panel } from '#components/ui/panel.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import type { ChatCard } from '#lib/client/desk/desk-view.ts';
import { Flag } from './flag.tsx';
import styles from './lists.module.css';
import { usePersonWords } from './person-line.tsx';

type ChatItemProps = { card: ChatCard; current: boolean; onOpen: () => void };

function ChatItem({ card, current, onOpen }: ChatItemProps) {
  const t = useTranslations('team.desk');
  const words = usePersonWords();
  const { person, unread, number } = card;
  const id = useId();
  const named = ['name', 'language', 'unread'].map((part) => `${id}${part}`).join(' ');
  return (
    <li>
      <button
        type="button"
        className={styles.chat}
        aria-current={current ? 'true' : undefined}
        // Described, not named: "Danger" is the name of another button, and of that one alone.
        aria-labelledby={named}
        aria-describedby={person?.danger ? `${id}danger` : undefined}
        onClick={onOpen}
      >
        <span id={`${id}name`} className={styles.chatName}>
          {t('mine.chat', { number })}
        </span>
        {person ? (
          <span id={`${id}language`} className={styles.quiet}>
            {words.language(person.language)}
          </span>
        ) : null}
        {person?.danger ? (
          <span id={`${id}danger`}>
            <Flag>{t('waiting.danger')}</Flag>
          </span>
        ) : null}
        {unread > 0 ? (
          <>
            <span aria-hidden="true" className={styles.badge}>
              {unread}
            </span>
            <span id={`${id}unread`}>
              <VisuallyHidden>{t('mine.unread', { count: unread })}</VisuallyHidden>
            </span>
          </>
        ) : null}
      </button>
    </li>
  );
}

type ChatListProps = {
  chats: readonly ChatCard[];
  currentId: string | null;
  onOpen: (mailboxId: ChatCard['mailboxId']) => void;
};

function Chats({ chats, currentId, onOpen, label }: ChatListProps & { label: string }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: without bullets, Safari takes the list role away
    <ul role="list" aria-label={label} className={styles.list}>
      {chats.map((card) => (
        <ChatItem
          key={card.mailboxId}
          card={card}
          current={card.mailboxId === currentId}
          onOpen={() => onOpen(card.mailboxId)}
        />
      ))}
    </ul>
  );
}

/** The chats of this member; those that are over stand apart, the earlier ones folded. */
export function ChatList({ chats, currentId, onOpen }: ChatListProps) {
  const t = useTranslations('team.desk.mine');
  const id = useId();
  const at = (place: ChatCard['place']) => chats.filter((card) => card.place === place);
  const [mine, ended, earlier] = [at('mine'), at('ended'), at('earlier')];
  const rest = { currentId, onOpen };
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{t('heading')}</h2>
      {mine.length === 0 ? <p className={styles.quiet}>{t('empty')}</p> : null}
      <Chats chats={mine} label={t('heading')} {...rest} />
      {ended.length > 0 ? (
        <>
          <h3>{t('ended')}</h3>
          <Chats chats={ended} label={t('ended')} {...rest} />
        </>
      ) : null}
      {earlier.length > 0 ? (
        <Panel summary={t('earlier')}>
          <Chats chats={earlier} label={t('earlier')} {...rest} />
        </Panel>
      ) : null}
    </section>
  );
}
