import { useTranslations } from 'next-intl';
import type { OpenChat } from '#lib/client/desk/desk-view.ts';
import styles from './chat-pane.module.css';

/** What the person's connection says, and what it asks of the counsellor. */
export function PresenceLine({ presence }: { presence: OpenChat['presence'] }) {
  const t = useTranslations('team.desk.presence');
  // Nothing is said that nobody knows: the server started a moment ago.
  if (presence === 'unknown') return null;
  if (presence === 'here') {
    return (
      <p role="status" className={styles.quiet}>
        {t('here')}
      </p>
    );
  }
  return (
    <p role="status" className={styles.careful}>
      <strong>{t(presence)}</strong>{' '}
      <span>{presence === 'left' ? t('leftMore') : t('awayMore')}</span>
    </p>
  );
}
