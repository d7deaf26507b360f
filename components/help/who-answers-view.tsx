import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { Listed } from '#lib/client/site/use-who-answers.ts';
import type { CountryChoice, WhoAnswers } from '#lib/client/site/who-answers.ts';
import { listText } from '#lib/i18n/list-text.ts';
import type { AppLocale } from '#lib/i18n/routing.ts';
import { ClosedText } from './closed-text.tsx';
import { useHelpLanguage } from './help-language.tsx';
import { Offers } from './offers.tsx';
import { OpensFirst } from './opens-first.tsx';
import styles from './who-answers-view.module.css';

type ViewProps = {
  answer: WhoAnswers<Listed>;
  /** Who will answer: chosen for the person, or by them. Null: nobody yet. */
  chosen: Listed | null;
  country: CountryChoice | null;
  onChoose: (organisation: Listed) => void;
};

type ChosenLineProps = { chosen: Listed; country: CountryChoice | null };

function ChosenLine({ chosen, country }: ChosenLineProps) {
  const t = useTranslations('help');
  const { locale } = useHelpLanguage();
  const org = chosen.name;
  const speaks = chosen.languages.includes(locale) ? null : namesOf(t, chosen, locale);
  if (chosen.countries.some((one) => one === country))
    return (
      <p>
        <span className={styles.strong}>{t('answer.chosen', { org })}</span>{' '}
        {speaks ? t('answer.speaks', { languages: speaks }) : null}
      </p>
    );
  const where = listText(
    chosen.countries.map((one) => t(`country.${one}`)),
    locale,
  );
  return (
    <p>
      <span className={styles.strong}>{t('answer.chosenIn', { org, country: where })}</span>{' '}
      {t('answer.otherRules')}
    </p>
  );
}

const namesOf = (
  t: ReturnType<typeof useTranslations<'help'>>,
  { languages }: Listed,
  locale: AppLocale,
) =>
  listText(
    languages.map((code) => t(`languageName.${code}`)),
    locale,
  );

type LanguageQuestionProps = { organisation: Listed; onYes: () => void };

/** Nobody speaks the language of the page: somebody else answers only if that is fine. */
function LanguageQuestion({ organisation, onYes }: LanguageQuestionProps) {
  const t = useTranslations('help');
  const { locale } = useHelpLanguage();
  const org = organisation.name;
  const languages = namesOf(t, organisation, locale);
  return (
    <>
      <p className={styles.strong}>
        {t('answer.otherLanguage', { org, languages, language: t(`languageName.${locale}`) })}
      </p>
      <div>
        <Button onClick={onYes}>{t('answer.languageYes')}</Button>
      </div>
    </>
  );
}

function ClosedLines({ organisation }: { organisation: Listed }) {
  const t = useTranslations('help.answer');
  return (
    <>
      <p className={styles.strong}>
        <ClosedText organisation={organisation} />
      </p>
      <p>{t('danger')}</p>
    </>
  );
}

/** Why nobody of an own country is named. */
function whyElsewhere(country: CountryChoice | null) {
  if (country === null) return 'noCountry';
  return country === 'unknown' ? 'unknownCountry' : 'notYours';
}

/** Says who answers, and offers who else could; never moves to another country without a press. */
export function WhoAnswersView({ answer, chosen, country, onChoose }: ViewProps) {
  const t = useTranslations('help.answer');
  const all = 'others' in answer ? answer.others : answer.elsewhere;
  const asked = answer.kind === 'other_language' && !chosen ? answer.organisation : null;
  const offered = all.filter((one) => one.id !== chosen?.id);
  const nobody = answer.kind === 'elsewhere' && answer.elsewhere.length === 0;
  return (
    <div className={styles.view}>
      {answer.kind === 'closed' ? <ClosedLines organisation={answer.organisation} /> : null}
      {answer.kind === 'wrong_date' ? <p className={styles.strong}>{t('wrongDate')}</p> : null}
      {answer.kind === 'elsewhere' ? <p>{t(whyElsewhere(country))}</p> : null}
      {nobody ? <p>{t('nobody')}</p> : null}
      {answer.kind === 'elsewhere' && answer.opensFirst ? (
        <OpensFirst organisation={answer.opensFirst} />
      ) : null}
      {asked ? <LanguageQuestion organisation={asked} onYes={() => onChoose(asked)} /> : null}
      {chosen ? <ChosenLine chosen={chosen} country={country} /> : null}
      {offered.length === 0 ? null : chosen || asked ? (
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
