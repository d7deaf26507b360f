import { stringify } from 'csv-stringify/browser/esm/sync';
import { DECIDED_BY, STATUS } from '../code-lists.ts';
import type { Field } from '../fields.ts';
import { FIELD_NAMES } from '../fields.ts';
import type { FieldValue } from '../signal.ts';
import type { ReleaseContent } from './content.ts';
import { columnOf, htcdsExploitation } from './htcds.ts';

type Row = Record<string, string>;

const FACETS = FIELD_NAMES.filter(
  (field) => !['country', 'period', 'exploitation'].includes(field),
);
const COLUMNS = [
  ...['record', 'count', 'hte_Type', 'hte_Country', 'hte_Date', 'vic_TypeOfExploitation'],
  ...['x_exploitation', 'x_majority', ...FACETS.map((field) => own(field))],
  ...['vic_TraffickingStatus', 'vic_TraffickingStatusDecisionMakingOrg'],
];

/** `hte_Type` says what the row is about; whether somebody was moved has a column of ours. */
function own(field: Field): string {
  return field === 'movement' ? 'x_movement' : columnOf(field);
}

const cell = (value: FieldValue | undefined): string =>
  value === undefined || typeof value === 'string' ? (value ?? '') : value.join(';');

function rowsOf(content: ReleaseContent): Row[] {
  const constant = {
    ...(content.synthetic ? { x_synthetic: 'true' } : {}),
    hte_Type: 'Exploitation',
    vic_TraffickingStatus: STATUS,
    vic_TraffickingStatusDecisionMakingOrg: DECIDED_BY,
  };
  if (content.kind === 'case') {
    const { signal } = content;
    const facets = FACETS.map((field) => [own(field), cell(signal[field])]);
    return [
      {
        ...constant,
        ...Object.fromEntries(facets),
        record: '1',
        hte_Country: signal.country ?? '',
        hte_Date: signal.period ?? '',
        vic_TypeOfExploitation: htcdsExploitation(signal.exploitation ?? ''),
        x_exploitation: signal.exploitation ?? '',
      },
    ];
  }
  return content.clusters.map((cluster, i) => {
    const facets = FACETS.map((field) => {
      const counts = Object.entries(cluster.facets[field] ?? {});
      return [own(field), counts.map(([code, count]) => `${code}:${count}`).join(';')];
    });
    return {
      ...constant,
      ...Object.fromEntries(facets),
      record: String(i + 1),
      count: String(cluster.count),
      hte_Country: cluster.country,
      x_exploitation: cluster.exploitation,
      x_majority: cluster.majority,
    };
  });
}

/** `signal.csv`: RFC 4180, names of HTCDS, and no cell that a spreadsheet would take for a formula. */
export const signalCsv = (content: ReleaseContent): string =>
  stringify(rowsOf(content), {
    header: true,
    columns: content.synthetic ? ['x_synthetic', ...COLUMNS] : COLUMNS,
    record_delimiter: '\r\n',
    escape_formulas: true,
  });
