/** Headers by lower-case name. */
export type Wanted = Record<string, string>;

/** What a connection or a proxy in front adds; none of it changes what a page may do. */
const harmless = new Set([
  'alt-svc',
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'keep-alive',
  'server',
  'strict-transport-security',
  'transfer-encoding',
  'vary',
  'via',
]);

/**
 * The headers of an answer held against ours.
 * @param free headers that are looked at elsewhere
 * @returns a sentence for each that is missing, other, or more than ours
 */
export function headerFaults(
  headers: Headers,
  wanted: Wanted,
  free: readonly string[] = [],
): string[] {
  const wrong = Object.entries(wanted).flatMap(([name, value]) => {
    const sent = headers.get(name);
    return sent === value ? [] : [`sends the header ${name}: ${sent ?? '(none)'}, not: ${value}`];
  });
  const more = [...headers.keys()].filter(
    (name) => !(name in wanted || harmless.has(name) || free.includes(name)),
  );
  return [
    ...wrong,
    ...more.map((name) => `sends a header that ours does not: ${name}: ${headers.get(name)}`),
  ];
}
