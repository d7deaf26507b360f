import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import styles from './chat-screen.module.css';

type MenuState = 'closed' | 'open' | 'ending';

type ChatHeadProps = {
  heading: ReactNode;
  /** Null when there is nothing to end any more: no menu then. */
  onEnd: (() => void) | null;
};

/**
 * Heading and menu of the chat. The menu is a panel in the flow, never a dialog over the page, which would
 * lock the exit away. It takes the focus when it opens and gives it back when it closes.
 */
export function ChatHead({ heading, onEnd }: ChatHeadProps) {
  const t = useTranslations('chat');
  const [state, setState] = useState<MenuState>('closed');
  const button = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const before = useRef<MenuState>('closed');
  useEffect(() => {
    if (state === before.current) return;
    before.current = state;
    (state === 'closed' ? button : first).current?.focus();
  }, [state]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setState('closed');
  };
  return (
    <>
      <div className={styles.head}>
        {heading}
        {onEnd ? (
          <Button
            ref={button}
            aria-expanded={state !== 'closed'}
            onClick={() => setState(state === 'closed' ? 'open' : 'closed')}
          >
            {t('menu')}
          </Button>
        ) : null}
      </div>
      {onEnd && state !== 'closed' ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from any button inside
        <div className={styles.menu} onKeyDown={onKeyDown}>
          {state === 'open' ? (
            <Button ref={first} onClick={() => setState('ending')}>
              {t('end')}
            </Button>
          ) : (
            <>
              <p>{t('endQuestion')}</p>
              <div className={styles.choices}>
                <Button ref={first} onClick={onEnd}>
                  {t('endNow')}
                </Button>
                <Button onClick={() => setState('closed')}>{t('keep')}</Button>
              </div>
            </>
          )}
        </div>
      ) : null}
    </>
  );
}
