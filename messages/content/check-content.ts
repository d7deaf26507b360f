import { contentFiles } from './content-files.ts';
import { infoFile } from './info-schema.ts';
import { numbersFile } from './numbers-schema.ts';
import { secrecyFile } from './secrecy-schema.ts';

/**
 * Run by the build before a page is made of these files.
 * @throws when a file that an organisation edited does not fit, with the place in the file.
 */
export function checkContent(): void {
  numbersFile.parse(contentFiles.numbers);
  secrecyFile.parse(contentFiles.secrecy);
  for (const file of Object.values(contentFiles.info)) infoFile.parse(file);
}
