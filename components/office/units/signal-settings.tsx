import { useTranslations } from 'next-intl';
import { ChoiceGroup } from '#components/ui/choice-group.tsx';
import { countries } from '#lib/protocol/countries.ts';
import type { SignalTerms } from '#lib/protocol/signal-terms.ts';
import { K_CHOICES } from '#lib/signals/settings.ts';
import { CheckGroup } from '../check-group.tsx';
import { CaseSettings } from './case-settings.tsx';
import styles from './units.module.css';

type SignalSettingsProps = {
  terms: SignalTerms;
  isDemo: boolean;
  /** Every organisation of this installation, for the desk. */
  organisations: readonly { id: string; name: string }[];
  onChange: (terms: SignalTerms) => void;
};

const NOBODY = 'nobody';

/** What an organisation decides about signals. */
export function SignalSettings({ terms, isDemo, organisations, onChange }: SignalSettingsProps) {
  const t = useTranslations('office.units');
  const countryName = useTranslations('office.countries');
  const { settings } = terms;
  const set = (change: Partial<SignalTerms['settings']>) =>
    onChange({ ...terms, settings: { ...settings, ...change } });
  return (
    <div className={styles.settings}>
      <CaseSettings settings={settings} isDemo={isDemo} onChange={set} />
      <ChoiceGroup
        label={t('settings.k')}
        hint={t('kHint')}
        choices={K_CHOICES.map((k) => ({ value: String(k), label: String(k) }))}
        value={String(settings.k)}
        onChoose={(k) => set({ k: Number(k) })}
      />
      <CheckGroup
        label={t('settings.patternFor12To15')}
        choices={countries.map((value) => ({ value, label: countryName(value) }))}
        values={settings.patternFor12To15}
        error={null}
        onChange={(patternFor12To15) => set({ patternFor12To15 })}
      />
      <p className={styles.hint}>{t('agesHint')}</p>
      <ChoiceGroup
        label={t('desk')}
        hint={t('deskHint')}
        choices={[
          { value: NOBODY, label: t('noDesk') },
          ...organisations.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={terms.desk ?? NOBODY}
        onChoose={(desk) => onChange({ ...terms, desk: desk === NOBODY ? null : desk })}
      />
    </div>
  );
}
