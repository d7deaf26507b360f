'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef } from 'react';
import { SignalWords } from '#components/conversation/signal-words.tsx';
import { Button } from '#components/ui/button.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { createConsentLine } from '#lib/client/person/consent-line.ts';
import { takeBack } from '#lib/client/person/decide-consent.ts';
import type { PersonChat } from '#lib/client/person/person-chat.ts';
import { dayText } from '#lib/i18n/day-text.ts';
import { readProposal } from '#lib/signals/card-messages.ts';
import { recipientsAreSigned } from '#lib/signals/recipients.ts';
import { CardQuestion, type CardQuestionProps } from './card-question.tsx';
import styles from './consent-card.module.css';

type ConsentCardProps = Omit<CardQuestionProps, 'proposal' | 'line'> & {
  chat: PersonChat;
  /** The last one that arrived; others are told apart by their name. */
  isNewest: boolean;
  /** The chat is over: nothing can be agreed to any more, only taken back. */
  isOver: boolean;
};

/** What was decided, in one sentence, and what can still be done about it. */
function Decided({ card, proposal, line, locale, name }: CardQuestionProps) {
  const t = useTranslations('signal.card');
  const date = dayText(proposal.notBeforeDay, locale);
  switch (card.state) {
    case 'yes':
    case 'unsure':
    case 'not_taken_back':
    case 'taking_back':
      return (
        <>
          {card.state === 'not_taken_back' ? <p>{t('notTakenBack')}</p> : null}
          <p>{card.state === 'unsure' ? t('takenBackUnsure') : t('afterYes', { date })}</p>
          <div>
            <Button
              aria-disabled={card.state === 'taking_back'}
              onClick={() => {
                if (card.state !== 'taking_back') void takeBack(line, card.id);
              }}
            >
              {t('takeBack')}
            </Button>
          </div>
          {card.state === 'taking_back' ? <p>{t('takingBack')}</p> : null}
        </>
      );
    case 'taken_back':
      return <p>{t('takenBack')}</p>;
    case 'too_late':
      return <p>{t('tooLate')}</p>;
    case 'off':
      return <p>{t(line.kept(card.id) ? 'offAfterYes' : 'off', { name })}</p>;
    case 'no':
    case 'later':
      return <p>{t('afterNo')}</p>;
    default:
      return null;
  }
}

const openStates = ['asked', 'sharing', 'failed', 'no', 'later'];
const isSettled = ({ state }: CardQuestionProps['card']): boolean => !openStates.includes(state);

/** Keeps the keyboard where the person was when what they pressed went away. */
function useFocusAfter(state: string) {
  const group = useRef<HTMLDivElement>(null);
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    if (document.activeElement !== document.body) return;
    const next = group.current?.querySelector<HTMLElement>('button, summary');
    (next ?? group.current)?.focus();
  }, [state]);
  return group;
}

function Card(props: ConsentCardProps) {
  const { card, chat, name, isNewest, isOver } = props;
  const t = useTranslations('signal.card');
  const group = useFocusAfter(card.state);
  const line = useMemo(() => createConsentLine(chat.parts), [chat]);
  const proposal = useMemo(() => readProposal(card.body), [card.body]);
  const today = Math.floor(line.now() / 86_400_000);
  const isSound =
    proposal !== null && recipientsAreSigned(proposal.recipients, line.units(), today);
  const settled = isSettled(card);
  if (isOver && !settled) return null;
  const declined = card.state === 'no' || card.state === 'later';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and this is none
    <div
      ref={group}
      role="group"
      aria-label={t(isNewest ? 'group' : 'earlier')}
      tabIndex={-1}
      className={styles.card}
    >
      {proposal && (isSound || settled) ? (
        <>
          <Decided {...props} line={line} proposal={proposal} />
          {settled ? null : (
            <Panel
              bare
              key={declined ? 'again' : 'asked'}
              summary={declined ? t('again') : t('folded', { name })}
            >
              <CardQuestion {...props} line={line} proposal={proposal} />
            </Panel>
          )}
        </>
      ) : (
        <p>{t('refused')}</p>
      )}
    </div>
  );
}

/** A proposed signal in the conversation. It arrives folded, as one quiet line. */
export function ConsentCard(props: ConsentCardProps) {
  const t = useTranslations('chat');
  return (
    <SignalWords fallback={<p>{t('reading.loading')}</p>}>
      <Card {...props} />
    </SignalWords>
  );
}
