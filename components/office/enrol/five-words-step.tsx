import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { buttonClass } from '#components/ui/button.tsx';
import type { FiveWords } from '#lib/client/team/five-words.ts';
import type { AppLocale } from '#lib/i18n/routing.ts';
import { WordLanguageChoice } from '../word-language.tsx';
import styles from './enrol.module.css';
import { StepFrame } from './step-frame.tsx';

type FiveWordsStepProps = {
  words: FiveWords | null;
  /** A supervisor heard the same words. */
  approved: boolean;
  step: { number: number; total: number };
  signInHref: string;
};

/** What a newcomer reads to a supervisor. Signing in shows the words again until they are approved. */
export function FiveWordsStep({ words, approved, step, signInHref }: FiveWordsStepProps) {
  const t = useTranslations('enrol.words');
  const languages = useTranslations('office.languages');
  const locale = useLocale();
  const [language, setLanguage] = useState<AppLocale>(locale);
  return (
    <StepFrame heading={t('heading')} step={step} intro={t('intro')}>
      <div className={styles.form}>
        <ol
          aria-label={t('label')}
          className={styles.phrase}
          lang={language}
          translate="no"
          data-testid="five-words"
        >
          {(words?.(language) ?? []).map((word, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice
            <li key={i}>{word}</li>
          ))}
        </ol>
        <WordLanguageChoice
          label={t('language')}
          value={language}
          names={(one) => languages(one)}
          onChoose={setLanguage}
        />
        <p>{t('why')}</p>
        {approved ? null : <p>{t('waiting')}</p>}
        <p role="status" className={styles.news}>
          {approved ? t('approved') : null}
        </p>
        <a className={buttonClass({ look: 'primary' })} href={signInHref}>
          {t('signIn')}
        </a>
      </div>
    </StepFrame>
  );
}
