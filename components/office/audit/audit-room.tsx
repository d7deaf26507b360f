import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, buttonClass } from '#components/ui/button.tsx';
import { auditCsv, auditJson, fileAddress } from '#lib/client/office/audit/audit-export.ts';
import { checkLog, type LogCheck } from '#lib/client/office/audit/check-log.ts';
import { type Audit, useAudit } from '#lib/client/office/audit/use-audit.ts';
import type { TeamSession } from '#lib/client/team/team-session.ts';
import office from '../office.module.css';
import styles from './audit.module.css';
import { AuditTable } from './audit-table.tsx';

/** Who of the staff did what; can be computed again here, and taken away to be checked elsewhere. */
export function AuditRoom({ session }: { session: TeamSession }) {
  const t = useTranslations('office.audit');
  const all = useTranslations('office');
  const { audit, again } = useAudit(session);
  return (
    <section aria-labelledby="audit" className={office.section}>
      <h2 id="audit">{t('heading')}</h2>
      <p className={office.quiet}>{t('intro')}</p>
      {audit.kind === 'loading' ? <p role="status">{t('loading')}</p> : null}
      {audit.kind === 'failed' ? (
        <p role="alert">
          {t('failed')} <Button onClick={again}>{all('again')}</Button>
        </p>
      ) : null}
      {audit.kind === 'ready' ? <Log session={session} audit={audit} /> : null}
    </section>
  );
}

type LogProps = { session: TeamSession; audit: Extract<Audit, { kind: 'ready' }> };

function Log({ session, audit }: LogProps) {
  const t = useTranslations('office.audit');
  const { entries, names } = audit;
  const { organisationId } = session.view;
  const [checked, setChecked] = useState<{ of: typeof entries; check: LogCheck } | null>(null);
  // A result is about the entries that were there: others came, so it is asked again.
  const check = checked?.of === entries ? checked.check : null;
  if (entries.length === 0) return <p>{t('empty')}</p>;
  const save = buttonClass({ look: 'secondary' });
  return (
    <>
      <div className={office.row}>
        <Button
          look="primary"
          onClick={() => setChecked({ of: entries, check: checkLog(organisationId, entries) })}
        >
          {t('check')}
        </Button>
        <a
          className={save}
          href={fileAddress('application/json', auditJson(organisationId, entries))}
          download="havre-audit-log.json"
        >
          {t('json')}
        </a>
        <a
          className={save}
          href={fileAddress('text/csv', auditCsv(entries))}
          download="havre-audit-log.csv"
        >
          {t('csv')}
        </a>
      </div>
      <div role="status" className={styles.result}>
        {check?.kind === 'holds' ? (
          <>
            <p>{t('holds', { count: check.count })}</p>
            <p className={styles.hash} translate="no">
              {check.head}
            </p>
            <p className={office.quiet}>{t('limits')}</p>
          </>
        ) : null}
        {check?.kind === 'broken' ? (
          <p className={office.trouble}>{t('broken', { n: check.n })}</p>
        ) : null}
      </div>
      <AuditTable entries={entries} names={names} />
    </>
  );
}
