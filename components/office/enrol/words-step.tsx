import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import type { AccountForm } from '#lib/client/enrol/use-account-steps.ts';
import { WordLanguageChoice } from '../word-language.tsx';
import styles from './enrol.module.css';

/** The seven words, shown to be written down. */
export function WordsStep({ form, demo }: { form: AccountForm; demo: boolean }) {
  const t = useTranslations('enrol');
  const languages = useTranslations('office.languages');
  const { words, language } = form.phrase;
  return (
    <div className={styles.form}>
      {demo ? <p className={styles.notice}>{t('passphrase.demo')}</p> : null}
      <ol
        aria-label={t('passphrase.label')}
        className={styles.phrase}
        lang={language}
        translate="no"
        data-testid="passphrase"
      >
        {words.split(' ').map((word, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice
          <li key={i}>{word}</li>
        ))}
      </ol>
      <WordLanguageChoice
        label={t('passphrase.language')}
        value={language}
        names={(one) => languages(one)}
        onChoose={form.otherWords}
      />
      <div className={styles.row}>
        <Button look="primary" onClick={form.wordsDone}>
          {t('passphrase.written')}
        </Button>
        <Button onClick={() => form.otherWords(language)}>{t('passphrase.other')}</Button>
      </div>
    </div>
  );
}
