import { useTranslations } from 'next-intl';
import styles from './chat-screen.module.css';

/** What stood in the box when the chat ended: it is not lost, and plainly not sent. */
export function UnsentDraft({ draft }: { draft: string }) {
  const t = useTranslations('chat');
  if (draft.trim() === '') return null;
  return (
    <section aria-label={t('box')} className={styles.unsent}>
      <p translate="no">{draft}</p>
      <p>{t('tick.failed')}</p>
    </section>
  );
}
