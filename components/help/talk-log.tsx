import { useTranslations } from 'next-intl';
import { lazy, type RefObject, Suspense } from 'react';
import { MessageList } from '#components/conversation/message-list.tsx';
import type { PersonChat } from '#lib/client/person/person-chat.ts';
import type { PersonView } from '#lib/client/person/view.ts';
import { untilLoaded } from '#lib/client/until-loaded.ts';
import type { CardEdits } from './card/edits.ts';
import { logEntries } from './chat-entries.ts';
import { useHelpLanguage } from './help-language.tsx';
import { useLogWords } from './use-log-words.ts';

/** A chunk that comes with the first proposal: most chats never have one. */
const ConsentCard = lazy(async () => {
  const { ConsentCard: card } = await untilLoaded(() => import('./card/consent-card.tsx'));
  return { default: card };
});

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
  const words = useLogWords(view.counsellor);
  const entries = logEntries(
    view,
    (notice) =>
      notice === 'joined' ? `${t('joined', { name, org })} ${t('reader', { name })}` : t(notice),
    (card) => (
      <Suspense>
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
      </Suspense>
    ),
  );
  return <MessageList {...{ entries, words, locale, footRef, newsRef }} />;
}
