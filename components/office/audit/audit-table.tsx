import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { dayText } from '#lib/i18n/day-text.ts';
import { type AuditEntryView, auditActions } from '#lib/protocol/audit.ts';
import styles from './audit.module.css';

const PAGE = 50;

const reasons = [
  'same_person',
  'not_allowed',
  'stale',
  'malformed',
  'already_taken',
  'too_few',
] as const;
const byHand = ['open', 'closed', 'table'] as const;

type AuditTableProps = {
  /** oldest first */
  entries: readonly AuditEntryView[];
  /** work names by memberId */
  names: ReadonlyMap<string, string>;
};

/** What an entry was about, as far as a sentence can say it; the export has the rest. */
function About({ entry, names }: { entry: AuditEntryView; names: AuditTableProps['names'] }) {
  const t = useTranslations('office.audit');
  const role = useTranslations('office.people.role');
  const { action, about } = entry;
  if (about === null) return t('deleted');
  if (action.startsWith('member.') || action.startsWith('renewal.'))
    return names.get(about.ref) ?? t('unknown');
  if (action === 'look.confirmed')
    return t('askedBy', { name: names.get(about.ref) ?? t('unknown') });
  if (action.endsWith('.refused')) {
    const why = reasons.find((one) => one === about.ref);
    return t(`why.${why ?? 'not_allowed'}`);
  }
  if (action.startsWith('invitation.'))
    return role(about.ref === '1' ? 'counsellor' : 'supervisor');
  if (action.startsWith('terms.')) return t('terms');
  if (action === 'hours.by_hand')
    return t(`byHand.${byHand.find((one) => one === about.ref) ?? 'table'}`);
  if (action === 'record.published') return t('version', { n: about.ref });
  if (action === 'organisation.founded') return t('organisation');
  if (action === 'keys.replaced') return t('teamKeys');
  return (
    <span className={styles.hash} translate="no">
      {about.ref.slice(0, 16)}
    </span>
  );
}

/** Newest first. */
export function AuditTable({ entries, names }: AuditTableProps) {
  const t = useTranslations('office.audit');
  const locale = useLocale();
  const [shown, setShown] = useState(PAGE);
  const columns = ['n', 'day', 'who', 'what', 'about'] as const;
  const newest = entries.slice(-shown).reverse();
  return (
    <>
      <DataTable
        label={t('heading')}
        columns={columns}
        heading={(column) => t(`columns.${column}`)}
      >
        {newest.map((entry) => {
          const action = auditActions.find((one) => one === entry.action);
          return (
            <tr key={entry.n}>
              <th scope="row">{entry.n}</th>
              <td data-label={t('columns.day')}>{dayText(entry.day, locale)}</td>
              <td data-label={t('columns.who')}>{entry.displayName || t('unknown')}</td>
              <td data-label={t('columns.what')}>
                {action ? t(`actions.${action}`) : entry.action}
              </td>
              <td data-label={t('columns.about')}>
                <About entry={entry} names={names} />
              </td>
            </tr>
          );
        })}
      </DataTable>
      {entries.length > shown ? (
        <Button onClick={() => setShown(shown + PAGE)}>{t('older')}</Button>
      ) : null}
    </>
  );
}
