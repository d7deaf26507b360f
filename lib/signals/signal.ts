import * as z from '#lib/protocol/zod.ts';
import { COARSE_CODES } from './coarser-codes.ts';
import { DIMENSIONS } from './code-lists.ts';
import { allCodes, FIELD_NAMES, type Field, MAX_CODES, PERIOD, type Scope } from './fields.ts';

const codesOf = (field: Field) => z.enum(allCodes(field) as [string, ...string[]]);

/** One code; absent where it is not known or was left out. */
const one = (field: Field) => z.optional(codesOf(field));

/** One to six codes, each once, in the order of the code list, so that one content has one form. */
const set = (field: Field) => {
  const order = allCodes(field);
  return z.optional(
    z
      .array(codesOf(field))
      .check(z.minLength(1), z.maxLength(MAX_CODES))
      .check(
        z.refine((codes) =>
          codes.every(
            (code, i) => i === 0 || order.indexOf(codes[i - 1] ?? '') < order.indexOf(code),
          ),
        ),
      ),
  );
};

/** Six booleans, one a dimension, or the band that the person made of them. */
const indicators = z.optional(
  z.union([
    z.array(z.boolean()).check(z.length(DIMENSIONS.length)),
    z.enum(COARSE_CODES.indicators),
  ]),
);

/** A signal: codes only, no text. Unknown keys are refused. */
const signalSchema = z.strictObject({
  country: one('country'),
  region: one('region'),
  period: z.optional(z.string().check(z.regex(PERIOD))),
  age_band: one('age_band'),
  gender: one('gender'),
  exploitation: one('exploitation'),
  sex_exploitation_form: set('sex_exploitation_form'),
  labour_sector: one('labour_sector'),
  recruitment_method: set('recruitment_method'),
  recruitment_platform: set('recruitment_platform'),
  recruiter_relation: one('recruiter_relation'),
  means_of_control: set('means_of_control'),
  exploitation_platform: set('exploitation_platform'),
  venue_type: set('venue_type'),
  movement: one('movement'),
  duration_band: one('duration_band'),
  perpetrator_count: one('perpetrator_count'),
  indicators,
});

export type Signal = z.infer<typeof signalSchema>;

/** What a signal holds for a field. */
export type FieldValue = string | readonly string[] | readonly boolean[];

/** Why something is no signal. `field` is a name of ours; what stood in it is never repeated. */
export type SignalRefusal = {
  ok: false;
  code: 'not_a_code' | 'unknown_field' | 'contradiction';
  field: string;
};

/** Regions say the country again, so they must agree. */
const regionAgrees = ({ country, region }: Signal, scope: Scope): boolean =>
  region === undefined ||
  (scope === 'case' &&
    country !== undefined &&
    (region === 'Benelux' || region.slice(0, 2) === country));

const of = (exploitation: string | undefined, ...codes: string[]) =>
  exploitation !== undefined && codes.includes(exploitation);

/** Fields that only one kind of exploitation has would tell it again after it was left out. */
export const dependsOnKind = (exploitation: string | undefined) => ({
  sex_exploitation_form: of(
    exploitation,
    'SexualExploitation',
    'OnlineSexualExploitation',
    'sexual',
  ),
  labour_sector: of(exploitation, 'ForcedLabour', 'ChildLabour', 'Servitude', 'labour'),
  indicators: of(exploitation, 'ForcedLabour', 'ChildLabour', 'Servitude', 'labour'),
});

function contradiction(signal: Signal, scope: Scope): Field | null {
  if (!regionAgrees(signal, scope)) return 'region';
  const allowed = dependsOnKind(signal.exploitation);
  for (const field of ['sex_exploitation_form', 'labour_sector', 'indicators'] as const)
    if (signal[field] !== undefined && !allowed[field]) return field;
  return null;
}

/**
 * The tripwire: whatever is not a code is refused, and the field is named. Used before a signal is
 * proposed, shown, signed, opened, stored or exported.
 * @param value anything, for instance parsed JSON
 * @param scope a region is known to signals of scope `case` alone
 */
export function parseSignal(
  value: unknown,
  scope: Scope,
): { ok: true; signal: Signal } | SignalRefusal {
  const parsed = signalSchema.safeParse(value);
  if (!parsed.success) return refusalOf(value, parsed.error.issues[0]?.path[0]);
  const field = contradiction(parsed.data, scope);
  if (field !== null) return { ok: false, code: 'contradiction', field };
  return { ok: true, signal: parsed.data };
}

function refusalOf(value: unknown, at: PropertyKey | undefined): SignalRefusal {
  if (typeof at === 'string') return { ok: false, code: 'not_a_code', field: at };
  const known: readonly string[] = FIELD_NAMES;
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const place = keys.findIndex((key) => !known.includes(key));
  // A key can be a name as well: only its place is told.
  return { ok: false, code: 'unknown_field', field: place < 0 ? 'signal' : `field ${place + 1}` };
}

/** The fields that stand in a signal, in the order of FIELDS. */
export const filledFields = (signal: Signal): readonly Field[] =>
  FIELD_NAMES.filter((field) => signal[field] !== undefined);
