import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import styles from './idle-line.module.css';

/**
 * Says that the screen is about to lock. The region is there before it has anything to say, or nobody
 * would hear it. The press on the button is all it takes: any press and any key is a sign of somebody.
 */
export function IdleLine({ soon }: { soon: boolean }) {
  const t = useTranslations('team.idle');
  return (
    <div className={soon ? styles.line : undefined}>
      <p role="status">{soon ? t('soon') : null}</p>
      {soon ? <Button>{t('stay')}</Button> : null}
    </div>
  );
}
