import { contentFiles } from './content-files.ts';
import { contentProblems } from './content-problems.ts';
import { infoFile } from './info-schema.ts';
import { numbersFile } from './numbers-schema.ts';
import { secrecyFile } from './secrecy-schema.ts';

/**
 * Run by the build before a page is made of these files, and before they are listed.
 * @throws when a file that an organisation edited does not fit, with each place in its file.
 */
export function checkContent(files = contentFiles): void {
  const problems = [
    ...named('numbers', contentProblems(numbersFile, files.numbers)),
    ...named('secrecy', contentProblems(secrecyFile, files.secrecy)),
    ...Object.entries(files.info).flatMap(([topic, file]) =>
      named(`info/${topic}`, contentProblems(infoFile, file)),
    ),
  ];
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

const named = (file: string, problems: string[]): string[] =>
  problems.map((problem) => `messages/content/${file}.json: ${problem}.`);
