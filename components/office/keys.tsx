import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { KeyFacts } from '#lib/client/office/key-facts.ts';
import { dayText } from '#lib/i18n/day-text.ts';
import { CopyButton } from './copy-button.tsx';
import styles from './keys.module.css';
import office from './office.module.css';

type KeysProps = { facts: KeyFacts; admin: ReactNode; replace: ReactNode };

/** The number by which everybody can check this site, and how long the keys last. */
export function Keys({ facts, admin, replace }: KeysProps) {
  const t = useTranslations('office.keys');
  const locale = useLocale();
  return (
    <section aria-labelledby="keys" className={office.section}>
      <h2 id="keys">{t('heading')}</h2>
      <h3>{t('fingerprint.heading')}</h3>
      <p>{t('fingerprint.text')}</p>
      <p className={styles.fingerprint} data-testid="fingerprint" translate="no">
        {facts.fingerprint.split(' ').map((group) => (
          <span key={group}>{group} </span>
        ))}
      </p>
      <div className={office.row}>
        <CopyButton
          text={facts.fingerprint}
          label={t('fingerprint.copy')}
          copied={t('fingerprint.copied')}
        />
      </div>
      <div className={office.block}>
        <h3>{t('ahead.heading')}</h3>
        <p>
          {t('ahead.text', { days: facts.daysAhead })}{' '}
          {facts.daysAhead > 0 ? t('ahead.until', { date: dayText(facts.lastDay, locale) }) : null}
        </p>
        {facts.certificatesEnd === null ? null : (
          <p>{t('ahead.certificates', { date: dayText(facts.certificatesEnd, locale) })}</p>
        )}
        <p className={office.quiet}>{t('ahead.more')}</p>
      </div>
      <div className={office.block}>
        <h3>{t('certificates.heading')}</h3>
        <p className={office.quiet}>{t('certificates.text')}</p>
        <CertificateList certificates={facts.certificates} />
        <p>
          {facts.adminUntil === null
            ? t('certificates.none')
            : t('certificates.mine', { date: dayText(facts.adminUntil, locale) })}
        </p>
      </div>
      {admin}
      {replace}
    </section>
  );
}

function CertificateList({ certificates }: Pick<KeyFacts, 'certificates'>) {
  const t = useTranslations('office.keys.certificates');
  const locale = useLocale();
  return (
    <table className={styles.list}>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('until')}</th>
        </tr>
      </thead>
      <tbody>
        {certificates.map(({ id, name, until }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{dayText(until, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
