import { useTranslations } from 'next-intl';
import { Status } from '#components/ui/status.tsx';
import type { PersonView } from '#lib/client/person/view.ts';
import styles from './chat-screen.module.css';
import { sentencesOf } from './chat-sentences.ts';

/** The one status of the chat. */
export function ChatStatus({ view, inDanger }: { view: PersonView; inDanger: boolean }) {
  const t = useTranslations('chat');
  const n = view.phase.kind === 'waiting' ? (view.phase.place ?? 0) : 0;
  const values = { n, name: view.counsellor ?? t('someone') };
  return (
    <Status className={styles.status}>
      {sentencesOf(view, inDanger).map((sentence) => (
        <p key={sentence}>{t(sentence, values)}</p>
      ))}
    </Status>
  );
}
