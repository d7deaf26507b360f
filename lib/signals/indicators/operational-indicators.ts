import { DIMENSIONS } from '../code-lists.ts';

/** `S` strong, `M` medium, `W` weak; `-` not in the list. */
export type Weight = 'S' | 'M' | 'W' | '-';
export type Dimension = (typeof DIMENSIONS)[number];

/**
 * Operational indicators of trafficking for labour exploitation, ILO and European Commission 2009 (WCMS_105023):
 * the weight for adults, then for children. The weights for sexual exploitation were not obtained, so there are
 * none. The order stays as it is: a kept form names an indicator by its position.
 */
const WEIGHTS = {
  D1: {
    job_nature_location_employer: 'SS',
    conditions: 'MM',
    contract: 'MM',
    family_reunification: 'MM',
    housing: 'MM',
    legal_docs_status: 'MM',
    travel_recruitment: 'MM',
    wages: 'MM',
    marriage_adoption_promise: 'MM',
    education: 'WS',
  },
  D2: {
    violence: 'SS',
    abduction_forced_marriage_sale: 'MS',
    documents_confiscated: 'MM',
    debt_bondage: 'MS',
    isolation_confinement_surveillance: 'MM',
    threat_denounce: 'MM',
    threat_violence: 'MS',
    threat_inform_family_public: 'MM',
    violence_family: 'MM',
    money_withheld: 'MM',
  },
  D3: {
    difficult_family: 'MM',
    illegal_status: 'MM',
    lack_education_language: 'MM',
    lack_information: 'MM',
    control_of_exploiters: 'MM',
    economic: 'MM',
    false_info_law: 'M-',
    false_info_migration: 'MM',
    family_situation: 'MM',
    personal_situation: 'MM',
    psychological_emotional_dependency: 'MM',
    relation_with_authorities: 'MM',
    past_difficulties: 'MM',
    travel_difficulty: 'MM',
    cultural_religious: 'WM',
    general_context: 'WM',
  },
  D4: {
    excessive_hours: 'SS',
    bad_living: 'MM',
    hazardous: 'MM',
    low_or_no_salary: 'MM',
    labour_law_not_respected: 'MM',
    no_social_protection: 'M-',
    very_bad_conditions: 'MM',
    wage_manipulation: 'MM',
    no_education: 'WM',
  },
  D5: {
    documents_confiscated: 'SS',
    debt_bondage: 'SS',
    isolation_confinement_surveillance: 'SS',
    violence: 'SS',
    forced_illicit_criminal: 'MS',
    forced_tasks_or_clients: 'MS',
    act_against_peers: 'MM',
    lie_to_authorities: 'MM',
    threat_denounce: 'MM',
    threat_worse_conditions: 'MM',
    threat_violence: 'MS',
    under_strong_influence: 'MS',
    violence_family: 'MM',
    wages_withheld: 'MM',
    threat_inform_family_public: 'WM',
  },
  D6: {
    dependency: 'MM',
    unknown_area: 'MM',
    economic: 'MM',
    family: 'MM',
    relation_with_authorities: 'MM',
    past_difficulties: 'WM',
    personal_characteristics: 'WM',
  },
} as const satisfies Record<Dimension, Record<string, `${Weight}${Weight}`>>;

export type Indicator = { dimension: Dimension; code: string; adult: Weight; child: Weight };

/** Every indicator, in the order of the list. */
export const INDICATORS: readonly Indicator[] = DIMENSIONS.flatMap((dimension) =>
  Object.entries(WEIGHTS[dimension]).map(([code, weights]) => ({
    dimension,
    code,
    adult: weights[0] as Weight,
    child: weights[1] as Weight,
  })),
);
