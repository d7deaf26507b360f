import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Panel } from '#components/ui/panel.tsx';
import type { OpenChat } from '#lib/client/desk/desk-view.ts';
import styles from './chat-context.module.css';
import { usePersonWords } from './person-line.tsx';

/** What the person chose to say before the first word. */
function Said({ person }: Pick<OpenChat, 'person'>) {
  const t = useTranslations('team.desk.about');
  const words = usePersonWords();
  if (!person) return null;
  return (
    <dl className={styles.facts}>
      <dt>{t('danger')}</dt>
      <dd>{person.danger ? <strong>{t('dangerYes')}</strong> : t('dangerNo')}</dd>
      <dt>{t('language')}</dt>
      <dd>{words.language(person.language)}</dd>
      <dt>{t('age')}</dt>
      <dd>{person.age === 'not-said' ? t('ageNotSaid') : words.age(person.age)}</dd>
      <dt>{t('country')}</dt>
      <dd>{words.country(person.country)}</dd>
    </dl>
  );
}

/** Beside the conversation, where there is room. */
export function ChatContext({ chat }: { chat: OpenChat }) {
  const t = useTranslations('team.desk.about');
  const id = useId();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <aside className={styles.context} tabIndex={0} aria-labelledby={id}>
      <h2 id={id}>{t('heading')}</h2>
      <Said person={chat.person} />
      <h3>{t('ticksHeading')}</h3>
      <p className={styles.quiet}>{t('ticks')}</p>
    </aside>
  );
}

/** The same, folded into the head of the conversation, where there is none. */
export function FoldedContext({ chat }: { chat: OpenChat }) {
  const t = useTranslations('team.desk.about');
  return (
    <div className={styles.folded}>
      <Panel summary={t('heading')}>
        <Said person={chat.person} />
      </Panel>
    </div>
  );
}
