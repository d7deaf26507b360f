import type { ReleaseContent } from './content.ts';
import { releaseFiles } from './pack.ts';
import { names, seededBytes, testCase, testPattern, testSigner } from './test-release.ts';

export const signer = testSigner(1);
export const real: [string, ReleaseContent][] = [
  ['a case', testCase],
  ['a pattern', testPattern(5)],
];

/** The files of a release that nothing stands against. */
export function filesOf(content: ReleaseContent, seed = 9) {
  const made = releaseFiles(content, names, signer, seededBytes(seed));
  if (!made.ok) throw new Error(made.field);
  return made.files;
}
export const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
export const jsonOf = (content: ReleaseContent, name: string) =>
  JSON.parse(text(filesOf(content)[name]));
