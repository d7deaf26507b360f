import { useTranslations } from 'next-intl';
import type { DeskView } from '#lib/client/desk/desk-view.ts';
import styles from './desk.module.css';

/** Says when the line is gone; nothing while it is there. */
export function ConnectionLine({ connection }: { connection: DeskView['connection'] }) {
  const t = useTranslations('team.desk.connection');
  const text = connection === 'lost' || connection === 'connecting' ? t(connection) : null;
  return (
    <div role="status" className={text ? styles.lost : undefined}>
      {text}
    </div>
  );
}
