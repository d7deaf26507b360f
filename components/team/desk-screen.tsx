import { useTranslations } from 'next-intl';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import type { DeskView } from '#lib/client/desk/desk-view.ts';
import type { Margin } from '#lib/client/desk/margin.ts';
import type { Shut } from '#lib/client/team/use-duty.ts';
import type { SignalTerms } from '#lib/protocol/signal-terms.ts';
import { ChatContext } from './chat-context.tsx';
import { ChatList } from './chat-list.tsx';
import { ChatPane, type ChatPaneProps } from './chat-pane.tsx';
import { ConnectionLine } from './connection-line.tsx';
import styles from './desk.module.css';
import { DeskNewsLine } from './desk-news.tsx';
import { DutyLine } from './duty-line.tsx';
import { KeyboardHelp, type KeyboardHelpSwitch } from './keyboard-help.tsx';
import { ProposalForm } from './proposal/proposal-form.tsx';
import { useProposalForm } from './proposal/use-proposal-form.ts';
import { WaitingList } from './waiting-list.tsx';

export type Pane = 'queue' | 'chat';

type DeskScreenProps = {
  view: DeskView;
  /** Why nobody new can write now; null while they can. */
  shut: Shut | null;
  /** Which of the two stands on a narrow screen. */
  pane: Pane;
  onPane: (pane: Pane) => void;
  bar: (help: KeyboardHelpSwitch) => ReactNode;
  waitingRef: RefObject<HTMLUListElement | null>;
  writing: Omit<ChatPaneProps, 'chat' | 'flags'>;
  /** What the organisation decided about signals; null when it shares none. */
  terms: SignalTerms | null;
  onMargin: (change: Partial<Margin>) => void;
  onPropose: () => boolean;
  onDanger: () => Promise<boolean>;
  /** Asks a colleague to look at the form. @returns whether the server told them */
  onLook: () => Promise<boolean>;
  /** What a colleague asks of this member, above everything. */
  above: ReactNode;
  onTake: (mailboxId: DeskView['waiting'][number]['mailboxId']) => void;
  onOpen: (mailboxId: DeskView['chats'][number]['mailboxId']) => void;
};

function PaneSwitch({ view, pane, onPane }: Pick<DeskScreenProps, 'view' | 'pane' | 'onPane'>) {
  const t = useTranslations('team.desk.panes');
  const unread = view.chats.reduce((sum, chat) => sum + chat.unread, 0);
  const count = view.waiting.length + unread;
  return (
    <div className={styles.switch}>
      <Button look="quiet" aria-pressed={pane === 'queue'} onClick={() => onPane('queue')}>
        {t('queue')}
        {count > 0 ? (
          <>
            <span aria-hidden="true" className={styles.count}>
              {count}
            </span>
            <VisuallyHidden>{t('news', { count })}</VisuallyHidden>
          </>
        ) : null}
      </Button>
      <Button look="quiet" aria-pressed={pane === 'chat'} onClick={() => onPane('chat')}>
        {t('conversation')}
      </Button>
    </div>
  );
}

/** Queue and chats left, the conversation in the middle, what is known of the person right. */
export function DeskScreen(props: DeskScreenProps) {
  const { view, pane, onPane, bar, waitingRef, writing, onTake, onOpen } = props;
  const { shut, terms, onMargin, onPropose, onDanger, onLook, above } = props;
  const t = useTranslations('team.desk');
  const [help, setHelp] = useState(false);
  const helpButton = useRef<HTMLButtonElement>(null);
  const closeHelp = () => {
    setHelp(false);
    helpButton.current?.focus();
  };
  const { formOpen, setForm, formButton } = useProposalForm(view.current);
  // Until the one that was taken is here there is no box: its first word must not land in another chat.
  const isTaking = view.taking !== null;
  const current = isTaking ? null : view.current;
  return (
    <div className={styles.desk} data-pane={pane}>
      {bar({ open: help, button: helpButton, toggle: () => setHelp((open) => !open) })}
      {help ? <KeyboardHelp onClose={closeHelp} /> : null}
      <ConnectionLine connection={view.connection} />
      <DutyLine shut={view.connection === 'connected' ? shut : null} />
      {above}
      <DeskNewsLine news={view.news} openNumber={current?.number ?? null} />
      <PaneSwitch view={view} pane={pane} onPane={onPane} />
      <main
        id="main"
        className={styles.columns}
        data-chat={current ? true : undefined}
        data-form={formOpen || undefined}
      >
        <div className={styles.queue}>
          {view.ready ? null : <p role="status">{t('loading')}</p>}
          <WaitingList
            waiting={view.waiting}
            taking={isTaking}
            listRef={waitingRef}
            onTake={onTake}
          />
          <ChatList chats={view.chats} currentId={current?.mailboxId ?? null} onOpen={onOpen} />
        </div>
        <div className={styles.chat}>
          {current ? (
            <ChatPane
              chat={current}
              {...writing}
              flags={{
                formOpen: terms && formOpen,
                formButton,
                onForm: () => setForm(!formOpen),
                onDoubt: (doubt) => onMargin({ doubt }),
                onDangerOff: () => onMargin({ danger: false }),
                onDanger,
              }}
            />
          ) : (
            <div className={styles.empty}>
              <p className={styles.emptyTitle}>{t(isTaking ? 'chat.opening' : 'chat.none')}</p>
              {isTaking ? null : <p>{t('chat.noneHint')}</p>}
            </div>
          )}
        </div>
        {current ? (
          <div className={styles.context}>
            {terms && formOpen ? (
              <ProposalForm
                key={current.mailboxId}
                chat={current}
                terms={terms}
                onMargin={onMargin}
                onPropose={onPropose}
                onLook={onLook}
                onClose={() => setForm(false)}
              />
            ) : (
              <ChatContext chat={current} />
            )}
          </div>
        ) : null}
      </main>
    </div>
  );
}
