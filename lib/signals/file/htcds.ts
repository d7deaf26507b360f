import { FIELDS, type Field, fineCodes } from '../fields.ts';

/** Our extensions of a list of HTCDS, and the code of the standard that comes nearest. */
const NEAREST: Readonly<Record<string, string>> = {
  OnlineSexualExploitation: 'SexualExploitation',
  ForcedCriminality: 'Other',
  SlaveryOrSimilar: 'Other',
  Unknown: 'Other',
};

/** Column of HTCDS 2.0 for a field; ours begin with `x_`. */
export const columnOf = (field: Field): string => FIELDS[field].htcds ?? `x_${field}`;

/**
 * A kind of exploitation by the spelling of HTCDS; empty for our coarse groups, which the standard has no word for:
 * they stand in `x_exploitation` alone.
 */
export const htcdsExploitation = (code: string): string =>
  NEAREST[code] ?? (fineCodes('exploitation').includes(code) ? code : '');
