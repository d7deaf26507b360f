import { allCodes, FIELDS, type Field, MAX_CODES } from '../fields.ts';

const text = { type: 'string', minLength: 1, maxLength: 80 } as const;
const oneOf = (codes: readonly string[]) => ({ type: 'string', enum: codes });

function schemaOf(field: Field) {
  if (field === 'period') return { type: 'string', pattern: '^20\\d\\d(-Q[1-4])?$' };
  const codes = oneOf(allCodes(field));
  if (FIELDS[field].cardinality !== 'set') return codes;
  return { type: 'array', items: codes, minItems: 1, maxItems: MAX_CODES, uniqueItems: true };
}

const fields = Object.keys(FIELDS) as Field[];
const isFacet = (field: Field): boolean => FIELDS[field].role.pattern === 'F';
const facets = Object.fromEntries(
  fields.filter(isFacet).map((field) => [
    field,
    {
      type: 'object',
      propertyNames: { enum: allCodes(field) },
      additionalProperties: { type: 'integer', minimum: 5 },
      minProperties: 1,
    },
  ]),
);

const cluster = {
  type: 'object',
  additionalProperties: false,
  required: ['country', 'exploitation', 'majority', 'count', 'facets'],
  properties: {
    country: oneOf(['BE', 'NL', 'LU', 'other', 'Benelux']),
    exploitation: oneOf(['sexual', 'labour', 'criminal', 'other', 'non-sexual', 'any']),
    majority: oneOf(['minor', 'adult', 'unknown', 'any']),
    count: { type: 'integer', minimum: 5 },
    facets: { type: 'object', additionalProperties: false, properties: facets },
  },
};

/** JSON Schema (2020-12) of `signal.json`; it travels in the file, so that any validator can check it. */
export const signalSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Havre signal, version 1',
  type: 'object',
  additionalProperties: false,
  required: [
    ...['schema', 'kind', 'organisation', 'recipients', 'day', 'rules', 'consents'],
    ...['status', 'decided_by'],
  ],
  properties: {
    schema: { const: 'havre-signal-1' },
    kind: oneOf(['pattern', 'case']),
    organisation: text,
    recipients: { type: 'array', items: text, minItems: 1 },
    day: { type: 'string', pattern: '^20\\d\\d-\\d\\d-\\d\\d$' },
    counted_with: {
      type: 'string',
      pattern: '^20\\d\\d-Q[1-4]$',
      description: 'The quarter with which the signals were counted; not when anything happened.',
    },
    rules: { type: 'object', additionalProperties: { type: 'integer', minimum: 1 } },
    consents: { type: 'integer', minimum: 1 },
    synthetic: { const: true, description: 'Made to try the software; absent from what is real.' },
    status: { const: 'PossibleVictimOfTrafficking' },
    decided_by: { const: 'NGO' },
    signal: {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(fields.map((field) => [field, schemaOf(field)])),
    },
    clusters: { type: 'array', items: cluster, minItems: 1 },
  },
  oneOf: [
    {
      properties: { kind: { const: 'case' } },
      required: ['signal'],
      not: { anyOf: [{ required: ['clusters'] }, { required: ['counted_with'] }] },
    },
    {
      properties: { kind: { const: 'pattern' } },
      required: ['clusters', 'counted_with'],
      not: { required: ['signal'] },
    },
  ],
} as const;
