import { infoFiles } from './info-pages.ts';
import { infoFile } from './info-schema.ts';
import numbers from './numbers.json' with { type: 'json' };
import { numbersFile } from './numbers-schema.ts';
import secrecy from './secrecy.json' with { type: 'json' };
import { secrecyFile } from './secrecy-schema.ts';

/**
 * Run by the build before a page is made of these files.
 * @throws when a file that an organisation edited does not fit, with the place in the file.
 */
export function checkContent(): void {
  numbersFile.parse(numbers);
  secrecyFile.parse(secrecy);
  for (const file of Object.values(infoFiles)) infoFile.parse(file);
}
