import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ChoiceGroup } from '#components/ui/choice-group.tsx';
import styles from './office.module.css';

/** For how long, in hours; null until somebody changes it. */
export type ByHandHours = number | null;

type ByHandProps = {
  /** What people see at this moment, in words. */
  now: string;
  isSet: boolean;
  canPublish: boolean;
  onSet: (state: 'open' | 'closed', hours: ByHandHours) => void;
  onTable: () => void;
  /** What became of the last press. */
  news: ReactNode;
};

const choices = ['null', '1', '4', '12'] as const;

/** "Closed now" and "open now": published with one press, since nobody has time for a form then. */
export function ByHand(props: ByHandProps) {
  const { now, isSet, canPublish, onSet, onTable, news } = props;
  const t = useTranslations('office.hours.byHand');
  const [choice, setChoice] = useState<(typeof choices)[number]>('null');
  const hours = choice === 'null' ? null : Number(choice);
  return (
    <div className={styles.section}>
      <h3>{t('heading')}</h3>
      <p>
        <strong>{now}</strong>
      </p>
      {canPublish ? (
        <>
          <p className={styles.quiet}>{t('hint')}</p>
          <ChoiceGroup
            label={t('for')}
            value={choice}
            onChoose={setChoice}
            choices={choices.map((value) => ({
              value,
              label: value === 'null' ? t('changed') : t('hours', { count: Number(value) }),
            }))}
          />
          <div className={styles.row}>
            <Button onClick={() => onSet('open', hours)}>{t('openNow')}</Button>
            <Button onClick={() => onSet('closed', hours)}>{t('closeNow')}</Button>
            {isSet ? <Button onClick={onTable}>{t('table')}</Button> : null}
          </div>
          {news}
        </>
      ) : null}
    </div>
  );
}
