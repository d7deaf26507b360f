import { useLocale, useTranslations } from 'next-intl';
import { type RefObject, useEffect, useId, useRef } from 'react';
import { Composer } from '#components/conversation/composer.tsx';
import { MessageList } from '#components/conversation/message-list.tsx';
import { Button } from '#components/ui/button.tsx';
import type { OpenChat } from '#lib/client/desk/desk-view.ts';
import { FoldedContext } from './chat-context.tsx';
import { ChatFlags, type ChatFlagsProps } from './chat-flags.tsx';
import styles from './chat-pane.module.css';
import { EndChat } from './end-chat.tsx';
import { Flag } from './flag.tsx';
import { PresenceLine } from './presence-line.tsx';
import { ProposalLines } from './proposal/proposal-lines.tsx';
import { useLog } from './use-log.ts';

export type ChatPaneProps = {
  chat: OpenChat;
  /** The unsent text of this chat; each chat has its own, so that none lands in another. */
  draft: string;
  tooLong: boolean;
  boxRef: RefObject<HTMLTextAreaElement | null>;
  onDraft: (text: string) => void;
  onSend: () => void;
  /** Somebody looks at the person's screen: a neutral text takes its place. */
  onClear: () => void;
  /** @param kindly what they read first, when it was not serious or abusive */
  onEnd: (kindly?: string) => void;
  flags: Omit<ChatFlagsProps, 'chat' | 'children'>;
};

function Writing(props: ChatPaneProps) {
  const { chat, draft, tooLong, boxRef, onDraft, onSend } = props;
  const t = useTranslations('team.desk');
  if (chat.alarm) {
    // What two sides no longer agree on the person's page may still repair by itself.
    const isEndLeft = chat.phase === 'open' && chat.alarm !== 'quarantine';
    return (
      <div role="alert" className={styles.alarm}>
        <p>{t(`alarm.${chat.alarm}`)}</p>
        {isEndLeft ? <p>{t('alarm.endIt')}</p> : null}
      </div>
    );
  }
  if (chat.phase === 'ended') return <p className={styles.quiet}>{t('chat.closed')}</p>;
  return (
    <Composer
      words={{ label: t('chat.message'), send: t('chat.send') }}
      value={draft}
      problem={tooLong ? t('chat.tooLong') : null}
      enterSends
      boxRef={boxRef}
      onChange={onDraft}
      onSend={onSend}
    />
  );
}

/** One conversation: who it is, what was said, where to write. */
export function ChatPane(props: ChatPaneProps) {
  const { chat, boxRef, onClear, onEnd, flags } = props;
  const t = useTranslations('team.desk');
  const locale = useLocale();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const news = useRef<HTMLDivElement>(null);
  const { entries, words } = useLog(chat);
  const over = chat.phase === 'ended';
  const end = over ? null : (
    <EndChat
      key={chat.mailboxId}
      ending={chat.phase === 'ending'}
      wordless={chat.alarm !== null}
      language={chat.person?.language ?? null}
      onEnd={onEnd}
    />
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another chat is a reason of its own
  useEffect(() => {
    (boxRef.current ?? heading.current)?.focus();
  }, [chat.mailboxId, boxRef]);

  return (
    <div className={styles.pane}>
      <header className={styles.header}>
        <div className={styles.who}>
          <h2 id={id} ref={heading} tabIndex={-1}>
            {t('chat.heading', { number: chat.number })}
          </h2>
          {chat.person?.danger ? <Flag>{t('waiting.danger')}</Flag> : null}
        </div>
        <div className={styles.tools}>
          {chat.phase === 'open' && chat.alarm === null ? (
            <ChatFlags key={`flags${chat.mailboxId}`} chat={chat} {...flags}>
              {end}
              <Button onClick={onClear}>{t('clear.button')}</Button>
            </ChatFlags>
          ) : (
            end
          )}
        </div>
        {over && chat.presence !== 'left' ? null : <PresenceLine presence={chat.presence} />}
        <FoldedContext key={`about${chat.mailboxId}`} chat={chat} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-labelledby={id}>
        <MessageList key={chat.mailboxId} {...{ entries, words, locale }} newsRef={news} />
      </section>
      <ProposalLines proposals={chat.proposals} />
      <div className={styles.writing}>
        <div ref={news} />
        <Writing {...props} />
      </div>
    </div>
  );
}
