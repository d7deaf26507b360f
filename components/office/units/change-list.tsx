import { useLocale, useTranslations } from 'next-intl';
import type { SettingName, TermsChange } from '#lib/client/office/terms/terms-changes.ts';
import { dayText } from '#lib/i18n/day-text.ts';
import type { PoliceUnit, SignalTerms } from '#lib/protocol/signal-terms.ts';
import styles from './units.module.css';

const MINUTES_A_DAY = 1440;

/** A setting's value as people say it. */
export function useSettingText(): (name: SettingName, of: SignalTerms['settings']) => string {
  const t = useTranslations('office.units');
  const countryName = useTranslations('office.countries');
  return (name, of) => {
    if (name === 'patternFor12To15') {
      const names = of[name].map((country) => countryName(country));
      return names.length === 0 ? t('none') : names.join(', ');
    }
    if (name === 'coolingOffMinutes') {
      const minutes = of[name];
      return minutes % MINUTES_A_DAY === 0
        ? t('days', { count: minutes / MINUTES_A_DAY })
        : t('minutes', { count: minutes });
    }
    const value = of[name];
    return typeof value === 'number' ? String(value) : t(value ? 'on' : 'off');
  };
}

function useUnitText(): (unit: PoliceUnit) => string {
  const t = useTranslations('office.units');
  const countryName = useTranslations('office.countries');
  const locale = useLocale();
  return ({ name, country, key, agreementUntilDay }) =>
    t('unitText', {
      ...{ name, key, country: countryName(country) },
      date: dayText(agreementUntilDay, locale),
    });
}

type ChangeListProps = {
  changes: readonly TermsChange[];
  deskName: (id: string | null) => string;
};

/** What a proposal would change, old and new side by side. */
export function ChangeList({ changes, deskName }: ChangeListProps) {
  const t = useTranslations('office.units');
  const settingText = useSettingText();
  const unitText = useUnitText();
  const lineOf = (
    change: TermsChange,
  ): { what: string; from: string | null; to: string | null } => {
    switch (change.kind) {
      case 'unit_added':
        return { what: t('changes.added'), from: null, to: unitText(change.unit) };
      case 'unit_removed':
        return { what: t('changes.removed'), from: unitText(change.unit), to: null };
      case 'unit_changed':
        return {
          what: t('changes.changed'),
          from: unitText(change.from),
          to: unitText(change.to),
        };
      case 'desk':
        return { what: t('desk'), from: deskName(change.from), to: deskName(change.to) };
      case 'setting': {
        const { name, from, to } = change;
        const what = t(`settings.${name}`);
        return { what, from: settingText(name, from), to: settingText(name, to) };
      }
    }
  };
  return (
    <ul className={styles.changes}>
      {changes.map(lineOf).map(({ what, from, to }) => (
        <li key={`${what}${from}${to}`}>
          <strong>{what}</strong>
          {from === null ? null : (
            <p>
              {t('changes.before')} <del>{from}</del>
            </p>
          )}
          {to === null ? null : (
            <p>
              {t('changes.after')} <ins>{to}</ins>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
