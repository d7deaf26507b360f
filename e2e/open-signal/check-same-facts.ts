import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import { readJson } from './read-json.ts';
import type { SignalFile } from './signal-file.ts';
import { ofCluster, ofCodes, ofRow, ofSignal, type Statements } from './statements.ts';
import { Unusable } from './unusable.ts';

type Files = ReadonlyMap<string, Uint8Array>;

const said = z.record(z.string(), z.unknown());
const pattern = z.object({
  extension_type: z.literal('property-extension'),
  signal_kind: z.literal('pattern'),
  signal_count: z.number(),
  facet_counts: z.record(z.string(), z.record(z.string(), z.number())),
});
/** No property more, since one of them could date what happened. */
const incident = z.strictObject({
  type: z.literal('incident'),
  spec_version: z.literal('2.1'),
  id: z.string().startsWith('incident--'),
  created: z.string(),
  created_by_ref: z.string(),
  modified: z.string(),
  object_marking_refs: z.array(z.string()),
  name: z.string(),
  labels: z.optional(z.tuple([z.literal('synthetic')])),
  extensions: z.record(z.string().startsWith('extension-definition--'), said),
});
const bundle = z.object({
  type: z.literal('bundle'),
  objects: z.array(z.looseObject({ type: z.string(), id: z.string() })),
});
const report = z.object({
  name: z.string(),
  labels: z.optional(z.array(z.string())),
  object_refs: z.array(z.string()),
});

/** What an incident's extension says; without the names that only say what it is. */
function ofExtension(extension: Record<string, unknown>, signal: SignalFile): Statements {
  if (signal.kind === 'case') {
    const { extension_type: _type, signal_kind, ...codes } = extension;
    return signal_kind === 'case' ? ofCodes(codes) : [];
  }
  const { extension_type, signal_kind, signal_count, facet_counts, ...named } = pattern
    .loose()
    .parse(extension);
  return ofCluster(named, signal_count, facet_counts);
}

/** A title of a file, which says what no record of it does. */
const titled = (title: string, { counted_with, synthetic }: SignalFile): string =>
  [
    synthetic ? 'Synthetic: ' : '',
    title,
    counted_with ? `, counted with ${counted_with}` : '',
  ].join('');

function ofStix(files: Files, signal: SignalFile): Statements[] {
  const { objects } = bundle.parse(readJson(files, 'stix.json'));
  const incidents = objects.filter(({ type }) => type === 'incident');
  const reports = objects.filter(({ type }) => type === 'report');
  const said = reports.map((one) => report.parse(one));
  const named = said.flatMap(({ object_refs }) => object_refs);
  if (named.join() !== incidents.map(({ id }) => id).join()) return [];
  if (said.some(({ name }) => name !== titled('Coded signals', signal))) return [];
  const at = `${signal.day}T00:00:00.000Z`;
  return incidents.map((one) => {
    const { created, modified, extensions, labels = [], name } = incident.parse(one);
    const [extension, ...more] = Object.values(extensions);
    const isMade = created === at && modified === at;
    const isMarked = name.startsWith('Synthetic: ') === labels.length > 0;
    if (!extension || more.length > 0 || !isMade || !isMarked) return [];
    const marks = labels.map((label) => `${label}=true`);
    return [...ofExtension(extension, signal), ...marks].sort();
  });
}

const TAG = /^thb-signal:([a-z_]+)="([^"]*)"$/;
const tags = z.array(z.object({ name: z.string() }));
const event = z.object({
  Event: z.object({
    info: z.string(),
    date: z.string(),
    Tag: tags,
    distribution: z.literal('0'),
    published: z.literal(false),
    Attribute: z.array(
      z.object({
        value: z.string(),
        first_seen: z.optional(z.never()),
        last_seen: z.optional(z.never()),
        Tag: z.array(z.object({ name: z.string().regex(TAG) })),
      }),
    ),
  }),
});

/** The tags of the event: what is said of the file and of no record. */
function isSaidOfFile(
  given: z.infer<typeof tags>,
  { kind, counted_with, synthetic }: SignalFile,
): boolean {
  const wanted = [`thb-signal:kind="${kind}"`, 'tlp:amber'];
  if (counted_with) wanted.push(`thb-signal:counted_with="${counted_with}"`);
  if (synthetic) wanted.push('thb-signal:synthetic="true"');
  return (
    given
      .map(({ name }) => name)
      .sort()
      .join() === wanted.sort().join()
  );
}

function ofMisp(files: Files, signal: SignalFile): Statements[] {
  const { Event } = event.parse(readJson(files, 'misp.json'));
  if (Event.info !== titled('Coded signals of human trafficking', signal)) return [];
  if (Event.date !== signal.day || !isSaidOfFile(Event.Tag, signal)) return [];
  return Event.Attribute.map(({ value, Tag }) => {
    const tags = Tag.map(({ name }) => name.replace(TAG, '$1=$2'));
    return [...tags, ...(signal.kind === 'case' ? [] : [`count=${value}`])].sort();
  });
}

/** Of two columns with one name a program reads either. */
function eachOnce(names: string[]): string[] {
  if (new Set(names).size < names.length) throw new Unusable('columnTwice');
  return names;
}

function ofCsv(files: Files): Statements[] {
  const bytes = files.get('signal.csv') ?? new Uint8Array();
  const rows: Record<string, string>[] = parse(Buffer.from(bytes), { columns: eachOnce });
  return rows.map(ofRow);
}

/** A file that is not of its form says nothing that could be the same. */
function orNothing(read: () => Statements[]): Statements[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unusable) throw error;
    return [];
  }
}

/**
 * That `signal.csv`, `stix.json` and `misp.json` say of each record what `signal.json` says, no more and no less:
 * whoever loads only one of them into another program reads the same.
 * @throws Unusable
 */
export function checkSameFacts(files: Files, signal: SignalFile): void {
  const expected = JSON.stringify(ofSignal(signal));
  const others = { 'signal.csv': ofCsv, 'stix.json': ofStix, 'misp.json': ofMisp };
  for (const [name, read] of Object.entries(others))
    if (JSON.stringify(orNothing(() => read(files, signal))) !== expected)
      throw new Unusable('apart', name);
}
