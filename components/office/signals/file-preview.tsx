import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Panel } from '#components/ui/panel.tsx';
import { type Agreed, filesOf } from '#lib/client/office/signals/make-release.ts';
import type { TeamSession } from '#lib/client/team/team-session.ts';
import styles from './signals.module.css';

type FilePreviewProps = { session: TeamSession; agreed: Agreed };

/** The exact text of every file that would be packed. */
export function FilePreview({ session, agreed }: FilePreviewProps) {
  const t = useTranslations('office.signals');
  const files = useMemo(() => filesOf(session, agreed), [session, agreed]);
  if (!files) return null;
  return Object.entries(files).map(([name, bytes]) => (
    <Panel key={name} bare summary={t('file', { name })}>
      {/* It scrolls, so a keyboard must reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls takes focus */}
      <pre tabIndex={0} className={styles.file}>
        {new TextDecoder().decode(bytes)}
      </pre>
    </Panel>
  ));
}
