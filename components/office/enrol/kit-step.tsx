import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import type { KitSheet } from '#lib/client/enrol/kit-sheet.ts';
import styles from './enrol.module.css';
import { KitSheetView } from './kit-sheet-view.tsx';

type KitStepProps = {
  sheets: readonly KitSheet[];
  wrong: boolean;
  onConfirm: (typed: string) => void;
};

/** The sheets to be printed or saved, and the proof that they were. */
export function KitStep({ sheets, wrong, onConfirm }: KitStepProps) {
  const t = useTranslations('enrol.kit');
  const next = useTranslations('enrol')('next');
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onConfirm(typed);
  };
  return (
    <>
      {sheets.map((sheet) => (
        <KitSheetView key={sheet.number} sheet={sheet} />
      ))}
      <form className={`${styles.form} ${styles.screenOnly}`} onSubmit={submit} noValidate>
        <Button onClick={() => window.print()}>{t('print')}</Button>
        <div className={styles.field}>
          <Field
            label={t('confirm', { count: sheets.length })}
            hint={t('confirmHint')}
            error={wrong ? t('wrong') : undefined}
            value={typed}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={4}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <Button type="submit" look="primary">
          {next}
        </Button>
      </form>
    </>
  );
}
