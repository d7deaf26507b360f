import { useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { estimatesOf } from '#lib/client/office/signals/review-case.ts';
import styles from './units.module.css';

/** How many people are estimated in each situation, by which source; a row without one is closed, and says so. */
export function EstimatesTable({ isDemo }: { isDemo: boolean }) {
  const t = useTranslations('office.units.estimates');
  const countryName = useTranslations('office.countries');
  const rows = estimatesOf(isDemo);
  const open = rows.filter(({ people: figure }) => figure !== null).length;
  const columns = ['situation', 'people', 'source', 'year', 'checked'] as const;
  return (
    <>
      <p>{t('intro')}</p>
      <p>{t('count', { open, all: rows.length })}</p>
      <p className={styles.hint}>{t(isDemo ? 'demo' : 'why')}</p>
      <Panel summary={t('show')}>
        <DataTable
          label={t('heading')}
          columns={columns}
          heading={(column) => t(`columns.${column}`)}
        >
          {rows.map(({ country, exploitation, majority, ...row }) => (
            <tr key={`${country}${exploitation}${majority}`}>
              <th scope="row">
                {countryName(country)}, {t(`kinds.${exploitation}`)}, {t(`ages.${majority}`)}
              </th>
              {row.people === null ? (
                <td colSpan={4}>{t('closed')}</td>
              ) : (
                <>
                  <td data-label={t('columns.people')}>{row.people}</td>
                  <td data-label={t('columns.source')}>{row.source}</td>
                  <td data-label={t('columns.year')}>{row.year}</td>
                  <td data-label={t('columns.checked')}>{row.checked_by ?? t('unchecked')}</td>
                </>
              )}
            </tr>
          ))}
        </DataTable>
      </Panel>
    </>
  );
}
