import { checkContent } from './check-content.ts';
import { contentFiles } from './content-files.ts';
import { type OpenPoint, openPoints } from './open-points.ts';

// `npm run unconfirmed`: what nobody has confirmed, for the organisation's editor. Ends 0, since hiding is what
// should happen; not when a file does not fit, for then no page is made of it.

const headings: Record<OpenPoint['kind'], string> = {
  missing: 'Not filled in; the pages say so, or name nobody:',
  hidden: 'Not shown until somebody confirms it:',
  unconfirmed: 'Shown, and counsel has still to confirm it:',
  unchecked: 'Shown, and not checked for six months:',
};

function list(): void {
  const points = openPoints(contentFiles, new Date().toISOString().slice(0, 10));
  for (const [kind, heading] of Object.entries(headings)) {
    const lines = points
      .filter((point) => point.kind === kind)
      .map(({ file, place, what }) => `  ${file}, ${place}: ${what}\n`);
    if (lines.length > 0) process.stdout.write(`${heading}\n${lines.join('')}`);
  }
}

try {
  checkContent();
  list();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
