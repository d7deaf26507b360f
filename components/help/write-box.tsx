import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Composer } from '#components/conversation/composer.tsx';
import type { PersonChat } from '#lib/client/person/person-chat.ts';

/** A real keyboard: Enter sends. On a phone Enter begins a new line, as people expect there. */
const enterSends = () => matchMedia('(hover: hover) and (pointer: fine)').matches;

type WriteBoxProps = {
  chat: PersonChat;
  /** The unsent text. It lives outside, so that it is there again after "Undo". */
  draft: string;
  onDraft: (text: string) => void;
};

/** Where the person writes. A text that could not be sent stays in the box. */
export function WriteBox({ chat, draft, onDraft }: WriteBoxProps) {
  const t = useTranslations('chat');
  const [problem, setProblem] = useState<'tooLong' | 'notSent' | 'noPictures' | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const send = () => {
    if (draft.trim() === '') return box.current?.focus();
    const outcome = chat.send(draft);
    if (outcome !== 'sent') return setProblem(outcome === 'too_long' ? 'tooLong' : 'notSent');
    setProblem(null);
    onDraft('');
    box.current?.focus();
  };
  return (
    <Composer
      words={{ label: t('box'), send: t('send') }}
      value={draft}
      problem={problem ? t(problem) : null}
      enterSends={enterSends()}
      boxRef={box}
      onFile={() => setProblem('noPictures')}
      onChange={(text) => {
        setProblem(null);
        onDraft(text);
      }}
      onSend={send}
    />
  );
}
