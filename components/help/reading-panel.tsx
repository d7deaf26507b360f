import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { late, useLate } from '#lib/client/late/use-late.ts';
import { useHelpLanguage } from './help-language.tsx';

/** A chunk that comes when somebody wants to read. */
const reading = late(async () => (await import('./info/reading.tsx')).Reading);

/** Something to read while waiting, without leaving the chat. */
export function ReadingPanel({ onBack }: { onBack: () => void }) {
  const t = useTranslations('chat.reading');
  const { locale } = useHelpLanguage();
  const panel = useRef<HTMLDetailsElement>(null);
  const [wanted, setWanted] = useState(false);
  const Reading = useLate(wanted ? reading : null);
  return (
    <Panel summary={t('open')} panelRef={panel} onOpen={() => setWanted(true)}>
      {Reading === null ? (
        <p>{t('loading')}</p>
      ) : (
        <>
          <Reading locale={locale} />
          <div>
            <Button
              onClick={() => {
                if (panel.current) panel.current.open = false;
                onBack();
              }}
            >
              {t('back')}
            </Button>
          </div>
        </>
      )}
    </Panel>
  );
}
