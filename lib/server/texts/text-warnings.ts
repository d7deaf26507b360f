import type { OpenPoint } from '#messages/content/open-points.ts';

/** Each kind that an operator must know of at start. What is only hidden harms nobody: the command lists it. */
const said = {
  missing: 'Not filled in, and the pages say so',
  unconfirmed: 'Shown, and not confirmed by counsel',
  unchecked: 'Numbers that nobody checked for six months',
} as const;

/** What nobody has confirmed, by name, in lines for the operator of a real start. */
export function textWarnings(points: readonly OpenPoint[]): string[] {
  const lines = (['missing', 'unconfirmed', 'unchecked'] as const).flatMap((kind) => {
    const names = points.filter((point) => point.kind === kind).map((point) => nameOf(kind, point));
    return names.length === 0 ? [] : [`${said[kind]} (${names.length}): ${names.join('; ')}.`];
  });
  return lines.length === 0
    ? []
    : [...lines, '`npm run unconfirmed` says where each of them stands.'];
}

function nameOf(kind: keyof typeof said, { file, place, what }: OpenPoint): string {
  if (kind === 'unchecked') return place;
  if (kind === 'unconfirmed') return `what stays secret in ${place}`;
  return file === 'numbers.json' ? `${place}, ${what}` : `${file}, ${what}`;
}
