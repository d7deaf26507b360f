import { useTranslations } from 'next-intl';
import { Panel } from '#components/ui/panel.tsx';
import type { Listed } from '#lib/client/site/use-who-answers.ts';
import type { CountryChoice, WhoAnswers } from '#lib/client/site/who-answers.ts';
import { clockText } from '#lib/i18n/clock-text.ts';
import { useHelpLanguage } from './help-language.tsx';
import { Offers } from './offers.tsx';
import styles from './who-answers-view.module.css';

type ViewProps = {
  answer: WhoAnswers<Listed>;
  /** Who will answer: chosen for the person, or by them. Null: nobody yet. */
  chosen: Listed | null;
  country: CountryChoice | null;
  onChoose: (organisation: Listed) => void;
};

function ChosenLine({ answer, chosen, country }: { chosen: Listed } & Omit<ViewProps, 'onChoose'>) {
  const t = useTranslations('help');
  const { locale } = useHelpLanguage();
  const org = chosen.name;
  if (answer.kind === 'other_language' && !chosen.languages.includes(locale)) {
    const languages = chosen.languages.map((code) => t(`languageName.${code}`)).join(', ');
    return (
      <p>{t('answer.otherLanguage', { org, languages, language: t(`languageName.${locale}`) })}</p>
    );
  }
  if (chosen.countries.some((one) => one === country))
    return <p className={styles.strong}>{t('answer.chosen', { org })}</p>;
  const where = chosen.countries.map((one) => t(`country.${one}`)).join(', ');
  return (
    <p>
      <span className={styles.strong}>{t('answer.chosenIn', { org, country: where })}</span>{' '}
      {t('answer.otherRules')}
    </p>
  );
}

function ClosedLines({ answer }: { answer: Extract<WhoAnswers<Listed>, { kind: 'closed' }> }) {
  const t = useTranslations('help.answer');
  const { locale } = useHelpLanguage();
  const { organisation, opens } = answer;
  const org = organisation.name;
  return (
    <>
      <p className={styles.strong}>
        {opens === null
          ? t('closed', { org })
          : t('closedUntil', { org, time: clockText(opens, Date.now(), locale) })}
      </p>
      <p>{t('danger')}</p>
    </>
  );
}

/** Says who answers, and offers who else could; never moves to another country without a press. */
export function WhoAnswersView({ answer, chosen, country, onChoose }: ViewProps) {
  const t = useTranslations('help.answer');
  const all = 'others' in answer ? answer.others : answer.elsewhere;
  const offered = all.filter((one) => one.id !== chosen?.id);
  const nobody = answer.kind === 'elsewhere' && answer.elsewhere.length === 0;
  return (
    <div className={styles.view}>
      {answer.kind === 'closed' ? <ClosedLines answer={answer} /> : null}
      {answer.kind === 'elsewhere' ? (
        <p>{country === null || country === 'unknown' ? t('noCountry') : t('notYours')}</p>
      ) : null}
      {nobody ? <p>{t('nobody')}</p> : null}
      {chosen ? <ChosenLine answer={answer} chosen={chosen} country={country} /> : null}
      {offered.length === 0 ? null : chosen ? (
        <Panel summary={t('change')}>
          <Offers organisations={offered} onChoose={onChoose} />
        </Panel>
      ) : (
        <>
          <p>{t('nowElsewhere')}</p>
          <Offers organisations={offered} onChoose={onChoose} />
        </>
      )}
    </div>
  );
}
