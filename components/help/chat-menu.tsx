import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import styles from './chat-screen.module.css';

type MenuState = 'closed' | 'open' | 'ending';

/**
 * Menu of the chat: a panel in the flow, never a dialog over the page, which would lock the exit away.
 * It takes the focus when it opens and gives it back when it closes.
 */
export function ChatMenu({ onEnd }: { onEnd: () => void }) {
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
      <Button
        ref={button}
        aria-expanded={state !== 'closed'}
        onClick={() => setState(state === 'closed' ? 'open' : 'closed')}
      >
        {t('menu')}
      </Button>
      {state === 'closed' ? null : (
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
                <Button
                  ref={first}
                  onClick={() => {
                    setState('closed');
                    onEnd();
                  }}
                >
                  {t('endNow')}
                </Button>
                <Button onClick={() => setState('closed')}>{t('keep')}</Button>
              </div>
            </>
          )}
        </div>
      )}
    </>
  );
}
