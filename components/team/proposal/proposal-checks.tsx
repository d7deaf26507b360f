import { useTranslations } from 'next-intl';
import { ChoiceGroup } from '#components/ui/choice-group.tsx';
import type { Margin } from '#lib/client/desk/margin.ts';
import type { obstaclesOf } from '#lib/client/desk/propose.ts';
import type { SignalTerms } from '#lib/protocol/signal-terms.ts';
import { unitsOn } from '#lib/signals/recipients.ts';
import styles from './proposal-form.module.css';

type Said = 'ownQuestionDone' | 'unwatched' | 'wordGiven';

type ProposalChecksProps = {
  margin: Margin;
  terms: SignalTerms;
  /** days since 1970 */
  day: number;
  obstacles: ReturnType<typeof obstaclesOf>;
  onMargin: (change: Partial<Margin>) => void;
};

/** What the counsellor must be able to say first, who would receive it, and what still stands in the way. */
export function ProposalChecks({ margin, terms, day, obstacles, onMargin }: ProposalChecksProps) {
  const t = useTranslations('team.desk.signal');
  const units = unitsOn(terms.units, day);
  const isCase = margin.scope === 'case';
  const said: Said[] = ['ownQuestionDone', 'unwatched'];
  if (isCase && terms.settings.caseNeedsSecondConversation) said.push('wordGiven');
  return (
    <>
      <fieldset className={styles.field}>
        <legend>{t('first')}</legend>
        {said.map((one) => (
          <label key={one} className={styles.code}>
            <input
              type="checkbox"
              checked={margin[one]}
              onChange={() => onMargin({ [one]: !margin[one] })}
            />
            {t(`said.${one}`)}
          </label>
        ))}
      </fieldset>
      {isCase && units.length > 0 ? (
        <ChoiceGroup
          label={t('unit')}
          choices={units.map(({ name, key }) => ({ value: key, label: name }))}
          value={margin.unitKey}
          onChoose={(unitKey) => onMargin({ unitKey })}
        />
      ) : (
        <p className={styles.quiet}>
          {t('units', { count: units.length, names: units.map(({ name }) => name).join(', ') })}
        </p>
      )}
      {obstacles.length > 0 ? (
        <div className={styles.obstacles}>
          <p>{t('obstaclesHeading')}</p>
          <ul>
            {obstacles.map((one) => (
              <li key={one}>{t(`obstacles.${one}`)}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}
