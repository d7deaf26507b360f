import { contentFiles } from './content-files.ts';
import { type OpenPoint, openPoints } from './open-points.ts';

// `npm run unconfirmed`: what nobody has confirmed, for the organisation's editor. Ends 0 always: hiding is what
// should happen.

const headings: Record<OpenPoint['kind'], string> = {
  missing: 'Not filled in; the pages say so, or name nobody:',
  hidden: 'Not shown until somebody confirms it:',
  unconfirmed: 'Shown, and counsel has still to confirm it:',
  unchecked: 'Shown, and not checked for six months:',
};

const points = openPoints(contentFiles, new Date().toISOString().slice(0, 10));
for (const [kind, heading] of Object.entries(headings)) {
  const lines = points
    .filter((point) => point.kind === kind)
    .map(({ file, place, what }) => `  ${file}, ${place}: ${what}\n`);
  if (lines.length > 0) process.stdout.write(`${heading}\n${lines.join('')}`);
}
