import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import styles from './chat-screen.module.css';
import { type Feeling, FeelingQuestion } from './feeling-question.tsx';

type MenuState = 'closed' | 'open' | 'ending';

type ChatHeadProps = {
  headingRef: RefObject<HTMLHeadingElement | null>;
  /** Null when there is nothing to end any more. */
  onEnd: ((feeling: Feeling | null) => void) | null;
  /** Somebody is there who can still be told how the person feels. */
  asksFeeling: boolean;
  /** Null when there is nothing to delete: no menu then. */
  onErase: (() => void) | null;
  /** The question of the end opens, or is gone. */
  onAsk: (isAsking: boolean) => void;
  /** The chat was just brought back from being deleted: reading goes on where it was left. */
  returned: boolean;
};

type EndQuestionProps = {
  first: RefObject<HTMLButtonElement | null>;
  asksFeeling: boolean;
  onEnd: (feeling: Feeling | null) => void;
  onKeep: () => void;
};

function EndQuestion({ first, asksFeeling, onEnd, onKeep }: EndQuestionProps) {
  const t = useTranslations('chat');
  const [feeling, setFeeling] = useState<Feeling | null>(null);
  return (
    <>
      <p>{t('endQuestion')}</p>
      {asksFeeling ? <FeelingQuestion value={feeling} onChoose={setFeeling} /> : null}
      <div className={styles.choices}>
        <Button ref={first} onClick={() => onEnd(asksFeeling ? feeling : null)}>
          {t('endNow')}
        </Button>
        <Button onClick={onKeep}>{t('keep')}</Button>
      </div>
    </>
  );
}

/**
 * Heading and menu of the chat. The menu is a panel below the heading, never a dialog, which would lock the
 * exit away. It takes the focus when it opens and gives it back when it closes.
 */
export function ChatHead(props: ChatHeadProps) {
  const { headingRef, onEnd, asksFeeling, onErase, onAsk, returned } = props;
  const t = useTranslations('chat');
  const [state, setState] = useState<MenuState>('closed');
  const button = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const before = useRef<MenuState>(returned ? 'open' : 'closed');
  useEffect(() => {
    if (state === before.current) return;
    before.current = state;
    (state === 'closed' ? button : first).current?.focus({ preventScroll: true });
    // The question, and not only its buttons.
    menu.current?.scrollIntoView({ block: 'nearest' });
    onAsk(state === 'ending');
  }, [state, onAsk]);
  // The other side may end the chat while the question stands here.
  const isOpen = state === 'open' || (state === 'ending' && onEnd !== null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setState('closed');
  };
  return (
    <div className={styles.top}>
      <div className={styles.head}>
        {/* Whose chat it is stands where it begins: whoever passes by does not read a name all the time. */}
        <h1 ref={headingRef} tabIndex={-1}>
          {t('heading')}
        </h1>
        {onErase ? (
          <Button
            ref={button}
            aria-expanded={isOpen}
            onClick={() => setState(isOpen ? 'closed' : 'open')}
          >
            {t('menu')}
          </Button>
        ) : null}
      </div>
      {onErase && isOpen ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from any button inside
        <div ref={menu} className={styles.menu} onKeyDown={onKeyDown}>
          {onEnd && state === 'ending' ? (
            <EndQuestion
              first={first}
              asksFeeling={asksFeeling}
              onKeep={() => setState('closed')}
              onEnd={(feeling) => {
                setState('closed');
                onEnd(feeling);
              }}
            />
          ) : (
            <>
              {onEnd ? (
                <Button ref={first} onClick={() => setState('ending')}>
                  {t('end')}
                </Button>
              ) : null}
              <Button ref={onEnd ? null : first} onClick={onErase}>
                {t('deleteAll')}
              </Button>
            </>
          )}
        </div>
      ) : null}
    </div>
  );
}
