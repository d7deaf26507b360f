import { useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';
import { Panel } from '#components/ui/panel.tsx';
import { useHelpLanguage } from './help-language.tsx';

/** A chunk that comes when somebody wants to read. */
const Reading = lazy(async () => {
  const { Reading: reading } = await import('./info/reading.tsx');
  return { default: reading };
});

/** Something to read while waiting, without leaving the chat. */
export function ReadingPanel() {
  const t = useTranslations('chat.reading');
  const { locale } = useHelpLanguage();
  const [wanted, setWanted] = useState(false);
  return (
    <Panel summary={t('open')} onOpen={() => setWanted(true)}>
      {wanted ? (
        <Suspense fallback={<p>{t('loading')}</p>}>
          <Reading locale={locale} />
        </Suspense>
      ) : null}
    </Panel>
  );
}
