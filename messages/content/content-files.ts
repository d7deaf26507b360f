import { infoFiles } from './info-pages.ts';
import type { InfoFile } from './info-schema.ts';
import numbers from './numbers.json' with { type: 'json' };
import type { NumbersFile } from './numbers-schema.ts';
import secrecy from './secrecy.json' with { type: 'json' };
import type { SecrecyFile } from './secrecy-schema.ts';

/** Everything an organisation edits. */
export type ContentFiles = {
  info: Record<string, InfoFile>;
  numbers: NumbersFile;
  secrecy: SecrecyFile;
};

/** The files of this folder; `checkContent` says whether they fit. */
export const contentFiles: ContentFiles = {
  info: infoFiles,
  numbers: numbers as NumbersFile,
  secrecy: secrecy as SecrecyFile,
};
