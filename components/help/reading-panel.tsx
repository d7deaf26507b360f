import { useTranslations } from 'next-intl';
import { lazy, Suspense, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { untilLoaded } from '#lib/client/until-loaded.ts';
import { useHelpLanguage } from './help-language.tsx';

/** A chunk that comes when somebody wants to read. */
const Reading = lazy(async () => {
  const { Reading: reading } = await untilLoaded(() => import('./info/reading.tsx'));
  return { default: reading };
});

/** Something to read while waiting, without leaving the chat. */
export function ReadingPanel({ onBack }: { onBack: () => void }) {
  const t = useTranslations('chat.reading');
  const { locale } = useHelpLanguage();
  const panel = useRef<HTMLDetailsElement>(null);
  const [wanted, setWanted] = useState(false);
  return (
    <Panel summary={t('open')} panelRef={panel} onOpen={() => setWanted(true)}>
      {wanted ? (
        <Suspense fallback={<p>{t('loading')}</p>}>
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
        </Suspense>
      ) : null}
    </Panel>
  );
}
