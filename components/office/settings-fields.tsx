import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Field } from '#components/ui/field.tsx';
import type { DraftProblem, SettingsDraft } from '#lib/client/office/hours-draft.ts';
import type { DraftPart } from '#lib/client/office/hours-merge.ts';
import { countries, locales } from '#lib/protocol/countries.ts';
import { CheckGroup } from './check-group.tsx';
import { DaysOff } from './days-off.tsx';
import styles from './hours.module.css';
import { HoursTable } from './hours-table.tsx';

type SettingsFieldsProps = {
  draft: SettingsDraft;
  /** Level of the headings inside. */
  level: 2 | 3;
  /** Shown beside the fields they belong to. */
  problems: readonly DraftProblem[];
  /** Where a colleague published something else meanwhile. */
  overtaken?: readonly DraftPart[];
  onChange: (draft: SettingsDraft) => void;
};

/** Everything an organisation says of itself in public, but for "closed now". */
export function SettingsFields(props: SettingsFieldsProps) {
  const { draft, level, problems, overtaken = [], onChange } = props;
  const Heading = level === 2 ? 'h2' : 'h3';
  const t = useTranslations('office');
  const zones = useId();
  const set = (change: Partial<SettingsDraft>) => onChange({ ...draft, ...change });
  const one = (problem: DraftProblem) => (problems.includes(problem) ? t('hours.chooseOne') : null);
  const hint = (part: DraftPart, otherwise?: string) =>
    overtaken.includes(part) ? t('hours.overtaken') : otherwise;
  return (
    <div className={styles.fields}>
      <Heading>{t('hours.about')}</Heading>
      <Field
        label={t('hours.name')}
        hint={hint('name')}
        value={draft.name}
        maxLength={60}
        autoComplete="organization"
        error={problems.includes('name') ? t('hours.nameBad') : undefined}
        onChange={(event) => set({ name: event.target.value })}
      />
      <CheckGroup
        label={t('hours.countries')}
        choices={countries.map((value) => ({ value, label: t(`countries.${value}`) }))}
        values={draft.countries}
        error={one('countries')}
        onChange={(values) => set({ countries: values })}
      />
      <CheckGroup
        label={t('hours.languages')}
        choices={locales.map((value) => ({ value, label: t(`languages.${value}`) }))}
        values={draft.languages}
        error={one('languages')}
        onChange={(values) => set({ languages: values })}
      />
      <Heading>{t('hours.table')}</Heading>
      <HoursTable
        days={draft.days}
        halfBad={problems.includes('span')}
        overtaken={overtaken}
        onChange={(days) => set({ days })}
      />
      <Field
        label={t('hours.lastIntake')}
        hint={hint('lastIntake', t('hours.lastIntakeHint'))}
        inputMode="numeric"
        maxLength={3}
        value={draft.lastIntake}
        error={problems.includes('lastIntake') ? t('hours.lastIntakeBad') : undefined}
        onChange={(event) => set({ lastIntake: event.target.value.trim() })}
      />
      <Field
        label={t('hours.zone')}
        hint={hint('zone', t('hours.zoneHint'))}
        list={zones}
        value={draft.zone}
        spellCheck={false}
        error={problems.includes('zone') ? t('hours.zoneBad') : undefined}
        onChange={(event) => set({ zone: event.target.value })}
      />
      <datalist id={zones}>
        {Intl.supportedValuesOf('timeZone')
          .filter((zone) => zone.startsWith('Europe/'))
          .map((zone) => (
            <option key={zone} value={zone} />
          ))}
      </datalist>
      <Heading>{t('hours.daysOff')}</Heading>
      <DaysOff days={draft.daysOff} zone={draft.zone} onChange={(daysOff) => set({ daysOff })} />
    </div>
  );
}
