import { COARSE_CODES } from './coarser-codes.ts';
import {
  AGE_BANDS,
  COUNTRIES,
  DURATION_BANDS,
  EXPLOITATION,
  GENDERS,
  LABOUR_SECTORS,
  MEANS_OF_CONTROL,
  MOVEMENTS,
  PERPETRATOR_COUNTS,
  PLATFORMS,
  RECRUITER_RELATIONS,
  RECRUITMENT_METHODS,
  REGIONS,
  SEX_EXPLOITATION_FORMS,
  VENUE_TYPES,
} from './code-lists.ts';

/** Quasi-identifier, or facet (leaves as a count). What never leaves is in no signal at all. */
export type Role = 'QI' | 'F';
export type Scope = 'pattern' | 'case';

type Definition = {
  /** what the form offers; empty for `period` and `indicators`, which are computed */
  fine: readonly string[];
  /** what the person may make of it */
  coarse: readonly string[];
  /** one value, a set of up to six codes, or six booleans */
  cardinality: 'one' | 'set' | 'dimensions';
  role: Readonly<Record<Scope, Role>>;
  /** column of HTCDS 2.0, null where it has none */
  htcds: string | null;
};

const both = (role: Role) => ({ pattern: role, case: role });
const QI = both('QI');
const F = both('F');

/** Every field of a signal, in the order in which form, card and file show them. */
export const FIELDS = {
  country: {
    fine: COUNTRIES,
    coarse: COARSE_CODES.country,
    cardinality: 'one',
    role: QI,
    htcds: 'hte_Country',
  },
  region: {
    fine: REGIONS,
    coarse: COARSE_CODES.region,
    cardinality: 'one',
    role: QI,
    htcds: 'hte_State',
  },
  period: { fine: [], coarse: [], cardinality: 'one', role: QI, htcds: 'hte_Date' },
  age_band: {
    fine: AGE_BANDS,
    coarse: COARSE_CODES.age_band,
    cardinality: 'one',
    role: QI,
    htcds: null,
  },
  gender: {
    fine: GENDERS,
    coarse: COARSE_CODES.gender,
    cardinality: 'one',
    role: { pattern: 'F', case: 'QI' },
    htcds: 'prs_Gender',
  },
  exploitation: {
    fine: EXPLOITATION,
    coarse: COARSE_CODES.exploitation,
    cardinality: 'one',
    role: QI,
    htcds: 'vic_TypeOfExploitation',
  },
  sex_exploitation_form: {
    fine: SEX_EXPLOITATION_FORMS,
    coarse: COARSE_CODES.sex_exploitation_form,
    cardinality: 'set',
    role: F,
    htcds: 'vic_TypeOfSexExploitation',
  },
  labour_sector: {
    fine: LABOUR_SECTORS,
    coarse: COARSE_CODES.labour_sector,
    cardinality: 'one',
    role: F,
    htcds: 'vic_ForcedLabourIndustry',
  },
  recruitment_method: {
    fine: RECRUITMENT_METHODS,
    coarse: COARSE_CODES.recruitment_method,
    cardinality: 'set',
    role: F,
    htcds: 'vic_MethodOfRecruitment',
  },
  recruitment_platform: {
    fine: PLATFORMS,
    coarse: COARSE_CODES.platform,
    cardinality: 'set',
    role: F,
    htcds: 'vic_RecruitmentWebsitesAndApps',
  },
  recruiter_relation: {
    fine: RECRUITER_RELATIONS,
    coarse: COARSE_CODES.recruiter_relation,
    cardinality: 'one',
    role: F,
    htcds: 'vic_RelationshipToTrafficker',
  },
  means_of_control: {
    fine: MEANS_OF_CONTROL,
    coarse: COARSE_CODES.means_of_control,
    cardinality: 'set',
    role: F,
    htcds: 'vic_MethodsOfControl',
  },
  exploitation_platform: {
    fine: PLATFORMS,
    coarse: COARSE_CODES.platform,
    cardinality: 'set',
    role: F,
    htcds: 'vic_ExploitationWebsitesAndApps',
  },
  venue_type: {
    fine: VENUE_TYPES,
    coarse: COARSE_CODES.venue_type,
    cardinality: 'set',
    role: F,
    htcds: null,
  },
  movement: {
    fine: MOVEMENTS,
    coarse: COARSE_CODES.movement,
    cardinality: 'one',
    role: F,
    htcds: 'hte_Type',
  },
  duration_band: {
    fine: DURATION_BANDS,
    coarse: COARSE_CODES.duration_band,
    cardinality: 'one',
    role: F,
    htcds: null,
  },
  perpetrator_count: {
    fine: PERPETRATOR_COUNTS,
    coarse: [],
    cardinality: 'one',
    role: F,
    htcds: null,
  },
  indicators: {
    fine: [],
    coarse: COARSE_CODES.indicators,
    cardinality: 'dimensions',
    role: F,
    htcds: null,
  },
} as const satisfies Record<string, Definition>;

export type Field = keyof typeof FIELDS;

/** In the order of FIELDS. */
export const FIELD_NAMES = Object.keys(FIELDS) as readonly Field[];

/** At most this many codes in a set. */
export const MAX_CODES = 6;

/** A quarter, or the year that it is made less exact to. */
export const PERIOD = /^20\d\d(?:-Q[1-4])?$/;

/** Whether a text is a code of this field, fine or coarse. */
export function isCode(field: Field, text: string): boolean {
  if (field === 'period') return PERIOD.test(text);
  const { fine, coarse }: Definition = FIELDS[field];
  return fine.includes(text) || coarse.includes(text);
}

/** Whether a field holds up to six codes. */
export const isSet = (field: Field): boolean => FIELDS[field].cardinality === 'set';

/** What the form offers for a field; empty for `period` and `indicators`. */
export const fineCodes = (field: Field): readonly string[] => FIELDS[field].fine;

/** All codes of a field, fine ones first: the order of codes in a set. */
export const allCodes = (field: Field): readonly string[] => [
  ...FIELDS[field].fine,
  ...FIELDS[field].coarse,
];
