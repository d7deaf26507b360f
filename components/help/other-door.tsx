import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Panel } from '#components/ui/panel.tsx';

/** The door of whoever worries about somebody else: what helps, what harms, and a chat about it, where one can begin. */
export function OtherDoor({ onTalk }: { onTalk: (() => void) | null }) {
  const t = useTranslations('help.other');
  const panel = useRef<HTMLDetailsElement>(null);
  // From the page for friends one arrives at this door, and it is open.
  useEffect(() => {
    if (location.hash !== '#other' || !panel.current) return;
    panel.current.open = true;
    history.replaceState(null, '', location.pathname);
    panel.current.scrollIntoView();
  }, []);
  return (
    <Panel summary={t('open')} panelRef={panel} id="other">
      <p>{t('say')}</p>
      <p>{t('not')}</p>
      {onTalk ? (
        <>
          <p>{t('chat')}</p>
          <div>
            <Button onClick={onTalk}>{t('go')}</Button>
          </div>
        </>
      ) : null}
    </Panel>
  );
}
