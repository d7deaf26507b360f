import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import styles from './office.module.css';

type CallLineProps = { calls: readonly { name: string }[]; onAnswered: () => void };

/** Somebody may be in danger: who calls, until the supervisor says that they heard it. */
export function CallLine({ calls, onAnswered }: CallLineProps) {
  const t = useTranslations('office.calls');
  return (
    <div role="alert" className={calls.length > 0 ? styles.call : undefined}>
      {calls.length > 0 ? (
        <>
          <p>
            {t('called', { count: calls.length, names: calls.map(({ name }) => name).join(', ') })}
          </p>
          <Button onClick={onAnswered}>{t('heard')}</Button>
        </>
      ) : null}
    </div>
  );
}
