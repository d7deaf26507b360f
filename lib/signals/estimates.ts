import { type Country, countries } from '#lib/protocol/countries.ts';
import type { EstimateRow } from './class-check.ts';
import { EXPLOITATION_GROUPS, MAJORITIES } from './signal-class.ts';

const every = (of: (row: EstimateRow) => EstimateRow): EstimateRow[] =>
  countries.flatMap((country: Country) =>
    EXPLOITATION_GROUPS.flatMap((exploitation) =>
      MAJORITIES.map((majority) =>
        of({
          country,
          exploitation,
          majority,
          people: null,
          source: null,
          year: null,
          checked_by: null,
        }),
      ),
    ),
  );

/**
 * Estimated people a year in each situation. Closed throughout, because no public figure that we know says
 * country x exploitation x majority as such:
 * - Nationaal Rapporteur 2024, by nji.nl: 5,000 to 7,500 people a year in the Netherlands, all kinds and ages together;
 * - 868 registered in 2023, of whom 52 minors and 130 of 18 to 22: registered is not estimated, kinds together;
 * - 83 minors in forced crime in the Netherlands, 2019 to 2023: registered, and five years together.
 * A figure that we divided ourselves would have no source. Whoever opens a row writes the figure, its source,
 * its year and who checked it; unchecked rows stay closed outside the demo.
 */
export const ESTIMATES: readonly EstimateRow[] = every((row) => row);

/** Invented, so that a case can be tried in the demo; nobody has such figures. */
export const DEMO_ESTIMATES: readonly EstimateRow[] = every((row) =>
  row.majority === 'adult' && (row.exploitation === 'sexual' || row.exploitation === 'labour')
    ? { ...row, people: 500, source: 'Invented for the demo', year: 2025 }
    : row,
);
