import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import type { Listed } from '#lib/client/site/use-who-answers.ts';
import styles from './who-answers-view.module.css';

type OffersProps = { organisations: readonly Listed[]; onChoose: (organisation: Listed) => void };

/** Organisations one can press to talk to, each with its country and its languages. */
export function Offers({ organisations, onChoose }: OffersProps) {
  const t = useTranslations('help');
  return (
    <ul className={styles.offers}>
      {organisations.map((one) => (
        <li key={one.id} className={styles.offer}>
          <Button onClick={() => onChoose(one)}>{t('answer.talkTo', { org: one.name })}</Button>
          <span className={styles.quiet}>
            {t('answer.inCountry', {
              country: one.countries.map((country) => t(`country.${country}`)).join(', '),
              languages: one.languages.map((code) => t(`languageName.${code}`)).join(', '),
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
