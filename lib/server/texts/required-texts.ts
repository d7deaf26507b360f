import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentProblems } from '#messages/content/content-problems.ts';
import { infoFile } from '#messages/content/info-schema.ts';
import { secrecyFile } from '#messages/content/secrecy-schema.ts';

/** Without these nobody may be asked to trust the site (product: safeguarding). */
const required = [
  { file: 'info/privacy.json', name: 'privacy', schema: infoFile },
  { file: 'info/accessibility.json', name: 'accessibility', schema: infoFile },
  { file: 'info/about.json', name: 'who we are', schema: infoFile },
  { file: 'info/complaint.json', name: 'complaint', schema: infoFile },
  { file: 'secrecy.json', name: 'what stays secret, per country', schema: secrecyFile },
];

/**
 * The texts a real start refuses to go without: missing, unreadable, or empty in some language.
 * @returns a line for each place, with the file, what it is for, and what is wrong; none when all is there
 */
export function requiredTextProblems(projectFolder: string): string[] {
  return required.flatMap(({ file, name, schema }) => {
    const path = `messages/content/${file}`;
    const content = readJson(join(projectFolder, path));
    if (!content.ok) return [`${path} (${name}) ${content.why}.`];
    return contentProblems(schema, content.value).map(
      (problem) => `${path} (${name}): ${problem}.`,
    );
  });
}

type Json = { ok: true; value: unknown } | { ok: false; why: string };

function readJson(path: string): Json {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return { ok: false, why: 'is missing' };
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, why: 'is not JSON' };
  }
}
