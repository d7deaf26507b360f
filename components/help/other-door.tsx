import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Panel } from '#components/ui/panel.tsx';

/** The door of whoever worries about somebody else: what helps, what harms, and a chat about it, where one can begin. */
export function OtherDoor({ onTalk }: { onTalk: (() => void) | null }) {
  const t = useTranslations('help.other');
  return (
    <Panel summary={t('open')}>
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
