import fc from 'fast-check';
import { limits } from '#lib/protocol/limits.ts';
import { noise } from '../realtime/test-people.ts';

/** Values that mean something to the server at this moment; a schema's leaf takes those that fit it. */
export type Pool = {
  texts: readonly string[];
  bytes: readonly Uint8Array[];
  /** Whole requests whose fields belong together, by event. */
  ready: Readonly<Record<string, readonly object[]>>;
};

// biome-ignore lint/suspicious/noExplicitAny: the inside of a schema has no public type
type Schema = any;

const sizes = [1, 2, 16, 20, 32, 72, 100, 628, 1224, limits.checkpointBytes, limits.frameBytes];
const blobs = sizes.map((size) => noise(size));
const plainTexts = [
  'x',
  'nobody',
  'Anna',
  '123456',
  'ab'.repeat(16),
  'store',
  '2026-Q3',
  `age1${'q'.repeat(58)}`,
];
const base64Texts = [1, 2, 8, 16, 20, 32, 72, 100, 400, 1224].map((size) =>
  Buffer.from(noise(size)).toString('base64url'),
);
/** Past what a database column holds, too: a schema that lets those through meets the database. */
const numbers = [0, 1, 2, 3, 4, 5, 7, 40, 300, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 53 - 1];
const leaves: readonly unknown[] = [
  ...numbers,
  ...blobs,
  ...plainTexts,
  ...base64Texts,
  true,
  false,
  null,
];

/**
 * Input that a schema accepts, made from the schema itself, so that a new event is covered by itself:
 * objects and lists are taken apart, and for a leaf every known value is tried.
 * @throws when nothing known fits a leaf; then `leaves` above needs such a value
 */
export function validInput(schema: Schema, pool: Pool): fc.Arbitrary<unknown> {
  const { def } = schema._zod;
  switch (def.type) {
    case 'object':
      return validObject(def.shape, pool);
    case 'array':
      return fc.array(validInput(def.element, pool), { maxLength: 3 });
    case 'optional':
    case 'nullable':
      return validInput(def.innerType, pool);
    case 'union':
      return fc.oneof(...def.options.map((option: Schema) => validInput(option, pool)));
    case 'literal':
      return fc.constantFrom(...def.values);
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries));
    default:
      return validLeaf(schema, pool);
  }
}

function validObject(shape: Record<string, Schema>, pool: Pool): fc.Arbitrary<unknown> {
  const fields = Object.entries(shape).map(([key, inner]) => [key, validInput(inner, pool)]);
  const required = Object.keys(shape).filter((key) => shape[key]._zod.def.type !== 'optional');
  return fc.record(Object.fromEntries(fields), { requiredKeys: required as never[] });
}

/** Which of the known values fit a leaf never changes; which of the pool's do, does. */
const fitting = new WeakMap<object, unknown[]>();

function validLeaf(schema: Schema, pool: Pool): fc.Arbitrary<unknown> {
  const fits = (value: unknown): boolean => schema.safeParse(value).success;
  const known = fitting.get(schema) ?? leaves.filter(fits);
  fitting.set(schema, known);
  if (known.length === 0) throw new Error(`no known value fits a ${schema._zod.def.type}`);
  const likely = known.slice(0, 4);
  const meant = [...pool.texts, ...pool.bytes].filter(fits);
  const often = fc.constantFrom(...(meant.length > 0 ? meant : likely));
  return fc.oneof(
    { weight: 12, arbitrary: often },
    { weight: 6, arbitrary: fc.constantFrom(...likely) },
    { weight: 1, arbitrary: fc.constantFrom(...known) },
  );
}
