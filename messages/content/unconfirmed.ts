import { isShown } from './info-page.ts';
import { infoFiles } from './info-pages.ts';
import numbers from './numbers.json' with { type: 'json' };
import type { NumbersFile } from './numbers-schema.ts';

// `npm run unconfirmed`: what the pages do not show because nobody has confirmed it, for the organisation's
// editor. Ends 0 always: hiding is what should happen.

const say = (line: string): void => void process.stdout.write(`${line}\n`);

for (const [topic, { blocks }] of Object.entries(infoFiles))
  for (const { id, items } of blocks)
    for (const item of items.filter((one) => !isShown(one)))
      say(
        `info/${topic}.json, ${id}: "${item.text.en}" (${item.mark}; ${item.source}, ${item.year})`,
      );

for (const { id, mark, to_check } of (numbers as NumbersFile).entries) {
  if (mark !== 'V') say(`numbers.json, ${id}: not shown (${mark})`);
  else if (to_check.length > 0) say(`numbers.json, ${id}: without ${to_check.join(', ')}`);
}
