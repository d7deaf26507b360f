import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { type KitSheet, sheetsAsked } from '#lib/client/enrol/kit-sheet.ts';
import styles from './enrol.module.css';
import { KitSheetView } from './kit-sheet-view.tsx';

type KitStepProps = {
  sheets: readonly KitSheet[];
  /** Numbers of the sheets whose digits were not right. */
  wrong: readonly number[];
  onConfirm: (typed: readonly string[]) => void;
};

/** The sheets to be printed or saved, and the proof that they were. */
export function KitStep({ sheets, wrong, onConfirm }: KitStepProps) {
  const t = useTranslations('enrol.kit');
  const next = useTranslations('enrol')('next');
  const [typed, setTyped] = useState<readonly string[]>([]);
  const asked = sheetsAsked(sheets);
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
        {asked.map(({ number, count }, i) => (
          <div key={number} className={styles.field}>
            <Field
              label={t('confirm', { count, number })}
              hint={t('confirmHint')}
              error={wrong.includes(number) ? t('wrong') : undefined}
              value={typed[i] ?? ''}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={4}
              onChange={({ target }) =>
                setTyped(asked.map((_, at) => (at === i ? target.value : (typed[at] ?? ''))))
              }
            />
          </div>
        ))}
        <Button type="submit" look="primary">
          {next}
        </Button>
      </form>
    </>
  );
}
