import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Panel } from '#components/ui/panel.tsx';
import styles from './before-screen.module.css';

const SHOWN_MS = 2000;

/**
 * What leaving does and what it does not, and the empty screen once, for two seconds. It never touches the
 * exit itself: whoever leaves during the practice really leaves. See [Note: covered].
 */
export function ExitPractice() {
  const t = useTranslations('help.practise');
  const [state, setState] = useState<'not_yet' | 'covered' | 'done'>('not_yet');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (state !== 'covered') return;
    const page = document.documentElement;
    page.setAttribute('data-practice', '');
    const timer = setTimeout(() => setState('done'), SHOWN_MS);
    return () => {
      clearTimeout(timer);
      page.removeAttribute('data-practice');
      button.current?.focus({ preventScroll: true });
    };
  }, [state]);
  return (
    <Panel summary={t('open')}>
      <p>{t('does')}</p>
      <p>{t('not')}</p>
      <div className={styles.practice}>
        <Button ref={button} onClick={() => setState('covered')}>
          {t('go')}
        </Button>
        <p aria-live="polite">{state === 'done' ? t('done') : null}</p>
      </div>
    </Panel>
  );
}
