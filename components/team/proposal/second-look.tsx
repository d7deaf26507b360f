import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { formMark, type Margin } from '#lib/client/desk/margin.ts';
import type { obstaclesOf } from '#lib/client/desk/propose.ts';
import styles from './proposal-form.module.css';

type SecondLookProps = {
  margin: Margin;
  obstacles: ReturnType<typeof obstaclesOf>;
  onLook: () => Promise<boolean>;
};

/** Somebody who may be a minor: a second person looks at exactly this form before it is proposed. */
export function SecondLook({ margin, obstacles, onLook }: SecondLookProps) {
  const t = useTranslations('team.desk.look');
  const [ask, setAsk] = useState<'asking' | 'failed' | null>(null);
  const { look } = margin;
  const needed = obstacles.includes('needs_second_look') || obstacles.includes('needs_supervisor');
  const isCurrent = look?.of === formMark(margin);
  if (!needed && !(isCurrent && look?.by)) return null;
  const press = async () => {
    setAsk('asking');
    setAsk((await onLook()) ? null : 'failed');
  };
  return (
    <section className={styles.look} aria-label={t('heading')}>
      <h3>{t('heading')}</h3>
      <p>{t(obstacles.includes('needs_supervisor') ? 'whySupervisor' : 'why')}</p>
      <div role="status">
        {look && !isCurrent ? <p>{t('changed')}</p> : null}
        {isCurrent && look?.by ? <p>{t('seen', { name: look.by.name })}</p> : null}
        {isCurrent && look && !look.by ? <p>{t('waiting')}</p> : null}
        {ask === 'failed' ? <p>{t('failed')}</p> : null}
      </div>
      {needed ? (
        <Button aria-disabled={ask === 'asking'} onClick={() => void press()}>
          {isCurrent && look ? t('askAgain') : t('ask')}
        </Button>
      ) : null}
    </section>
  );
}
