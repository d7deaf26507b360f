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
 * Estimated people a year in each situation. Closed throughout: the public figures that we know (Nationaal
 * Rapporteur 2024 by nji.nl: 5,000 to 7,500 people a year in the Netherlands, of all kinds and ages together;
 * 868 registered in 2023, of whom 52 minors) do not say how many are in one of these classes, and a figure that
 * we divided ourselves would have no source. Whoever opens a row writes the figure, its source, its year and
 * who checked it.
 */
export const ESTIMATES: readonly EstimateRow[] = every((row) => row);

/** Invented, so that a case can be tried in the demo; nobody has such figures. */
export const DEMO_ESTIMATES: readonly EstimateRow[] = every((row) =>
  row.majority === 'adult' && (row.exploitation === 'sexual' || row.exploitation === 'labour')
    ? { ...row, people: 500, source: 'Invented for the demo', year: 2025 }
    : row,
);
