import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import type { Listed } from '#lib/client/site/use-who-answers.ts';
import { listText } from '#lib/i18n/list-text.ts';
import { useHelpLanguage } from './help-language.tsx';
import styles from './who-answers-view.module.css';

type OffersProps = { organisations: readonly Listed[]; onChoose: (organisation: Listed) => void };

/** Organisations one can press to talk to, each with its country and its languages. */
export function Offers({ organisations, onChoose }: OffersProps) {
  const t = useTranslations('help');
  const { locale } = useHelpLanguage();
  return (
    <ul className={styles.offers}>
      {organisations.map((one) => (
        <li key={one.id} className={styles.offer}>
          <Button onClick={() => onChoose(one)}>{t('answer.talkTo', { org: one.name })}</Button>
          <span className={styles.quiet}>
            {t('answer.inCountry', {
              country: listText(
                one.countries.map((country) => t(`country.${country}`)),
                locale,
              ),
              languages: listText(
                one.languages.map((code) => t(`languageName.${code}`)),
                locale,
              ),
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
