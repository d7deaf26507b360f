import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { MessageList } from '#components/conversation/message-list.tsx';
import { signalWords } from '#lib/client/late/signal-words.ts';
import { late, useLate } from '#lib/client/late/use-late.ts';
import type { PersonChat } from '#lib/client/person/person-chat.ts';
import type { PersonView } from '#lib/client/person/view.ts';
import type { CardEdits } from './card/edits.ts';
import { logEntries } from './chat-entries.ts';
import { useHelpLanguage } from './help-language.tsx';
import { useLogWords } from './use-log-words.ts';

/** It comes with the one who answers, and so do its words: a proposal is there at once, whatever the line is then. */
const consentCard = late(async () => (await import('./card/consent-card.tsx')).ConsentCard);

type TalkLogProps = {
  chat: PersonChat;
  view: PersonView;
  org: string;
  /** The counsellor, as the person calls them. */
  name: string;
  isOver: boolean;
  footRef: RefObject<HTMLElement | null>;
  newsRef: RefObject<HTMLElement | null>;
  edits: CardEdits;
  onEdits: (edits: CardEdits) => void;
};

/** What was said, and what was proposed, in the order in which it came. */
export function TalkLog(props: TalkLogProps) {
  const { chat, view, org, name, isOver, footRef, newsRef, edits, onEdits } = props;
  const t = useTranslations('chat');
  const { locale } = useHelpLanguage();
  const isAnswered = view.counsellor !== null;
  const ConsentCard = useLate(isAnswered ? consentCard : null);
  useLate(isAnswered ? signalWords[locale] : null);
  const words = useLogWords(view.counsellor);
  const entries = logEntries(
    view,
    (notice) =>
      notice === 'joined' ? `${t('joined', { name, org })} ${t('reader', { name })}` : t(notice),
    (card) =>
      ConsentCard === null ? (
        <p>{t('reading.loading')}</p>
      ) : (
        <ConsentCard
          card={card}
          chat={chat}
          name={name}
          locale={locale}
          edits={edits[card.id] ?? []}
          onEdits={(next) => onEdits({ ...edits, [card.id]: next })}
          isNewest={card === view.cards.at(-1)}
          isOver={isOver}
        />
      ),
  );
  return <MessageList {...{ entries, words, locale, footRef, newsRef }} />;
}
