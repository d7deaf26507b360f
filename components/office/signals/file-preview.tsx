import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Panel } from '#components/ui/panel.tsx';
import { filesOf } from '#lib/client/office/signals/make-release.ts';
import type { TeamSession } from '#lib/client/team/team-session.ts';
import type { ReleaseContent } from '#lib/signals/file/content.ts';
import styles from './signals.module.css';

type FilePreviewProps = { session: TeamSession; content: ReleaseContent };

/** The exact text of every file that would be packed. */
export function FilePreview({ session, content }: FilePreviewProps) {
  const t = useTranslations('office.signals');
  const files = useMemo(() => filesOf(session, content), [session, content]);
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
