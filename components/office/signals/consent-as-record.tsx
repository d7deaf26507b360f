import { useTranslations } from 'next-intl';
import { Panel } from '#components/ui/panel.tsx';
import type { CheckedConsent } from '#lib/signals/consent-check.ts';
import { consentRecord, monthOf } from '#lib/signals/consent-record.ts';
import styles from './signals.module.css';

type ConsentAsRecordProps = { consent: CheckedConsent; organisation: string };

/** The consent in the form that an inspection or a request for access asks for; it is made here and kept nowhere. */
export function ConsentAsRecord({ consent, organisation }: ConsentAsRecordProps) {
  const t = useTranslations('office.signals');
  const record = consentRecord(consent, {
    organisation,
    events: [{ type: 'given', month: monthOf(consent.body.day) }],
    // A case is of an adult, about whom nobody has to be asked a second time.
    secondDecision: 'none',
  });
  return (
    <Panel bare summary={t('record')}>
      <p>{t('recordNote')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls takes focus */}
      <pre tabIndex={0} className={styles.file}>
        {JSON.stringify(record, null, 2)}
      </pre>
    </Panel>
  );
}
