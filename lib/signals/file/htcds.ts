import { FIELDS, type Field } from '../fields.ts';

/** Our extensions of a list of HTCDS, and the code of the standard that comes nearest. */
const NEAREST: Readonly<Record<string, string>> = {
  OnlineSexualExploitation: 'SexualExploitation',
  ForcedCriminality: 'Other',
  SlaveryOrSimilar: 'Other',
  Unknown: 'Other',
};

/** Column of HTCDS 2.0 for a field; ours begin with `x_`. */
export const columnOf = (field: Field): string => FIELDS[field].htcds ?? `x_${field}`;

/** A kind of exploitation by the spelling of HTCDS. Our coarse groups have none, and stay as they are. */
export const htcdsExploitation = (code: string): string => NEAREST[code] ?? code;
