import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import type { SignalTerms } from '#lib/protocol/signal-terms.ts';
import { settingsProblems } from '#lib/signals/settings.ts';
import { CheckGroup } from '../check-group.tsx';

type CaseSettingsProps = {
  settings: SignalTerms['settings'];
  isDemo: boolean;
  onChange: (change: Partial<SignalTerms['settings']>) => void;
};

const MINUTES_A_DAY = 1440;

/** A number field may be empty while somebody types. */
const shown = (value: number) => (Number.isNaN(value) ? '' : value);

/** Whether, when and for how many people a single case may leave. */
export function CaseSettings({ settings, isDemo, onChange }: CaseSettingsProps) {
  const t = useTranslations('office.units');
  const problems = settingsProblems(settings, isDemo);
  const wrong = (name: 'coolingOffMinutes' | 'kCase') =>
    problems.includes(name) ? t(`settingProblems.${name}`) : undefined;
  // A demo waits for minutes; anywhere else it is days, and fourteen of them at least.
  const unit = isDemo ? 1 : MINUTES_A_DAY;
  return (
    <>
      <CheckGroup
        label={t('settings.caseScope')}
        choices={[{ value: 'on', label: t('caseOn') }]}
        values={settings.caseScope ? ['on'] : []}
        error={null}
        onChange={(values) => onChange({ caseScope: values.length > 0 })}
      />
      {isDemo ? (
        <CheckGroup
          label={t('settings.caseNeedsSecondConversation')}
          choices={[{ value: 'on', label: t('secondOn') }]}
          values={settings.caseNeedsSecondConversation ? ['on'] : []}
          error={null}
          onChange={(values) => onChange({ caseNeedsSecondConversation: values.length > 0 })}
        />
      ) : null}
      <Field
        label={isDemo ? t('coolingOffDemo') : t('coolingOffDays')}
        hint={t('coolingOffHint')}
        type="number"
        inputMode="numeric"
        min={isDemo ? 1 : 14}
        value={shown(settings.coolingOffMinutes / unit)}
        error={wrong('coolingOffMinutes')}
        onChange={(event) => onChange({ coolingOffMinutes: event.target.valueAsNumber * unit })}
      />
      <Field
        label={t('settings.kCase')}
        hint={t('kCaseHint')}
        type="number"
        inputMode="numeric"
        min={1}
        value={shown(settings.kCase)}
        error={wrong('kCase')}
        onChange={(event) => onChange({ kCase: event.target.valueAsNumber })}
      />
    </>
  );
}
