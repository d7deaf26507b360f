import type { ReleaseContent } from '#lib/signals/file/content.ts';
import { manifestJson } from '#lib/signals/file/manifest.ts';
import { type ReleaseFiles, releaseFiles } from '#lib/signals/file/pack.ts';
import { signalJson } from '#lib/signals/file/signal-json.ts';
import { names, seededBytes, testCase, testSigner } from '#lib/signals/file/test-release.ts';

export const signer = testSigner(1);
export const utf8 = (text: string): Uint8Array => Uint8Array.from(new TextEncoder().encode(text));

/** The files of a release that is as it should be. */
export function filesOf(content: ReleaseContent = testCase): Record<string, Uint8Array> {
  const made = releaseFiles(content, names, signer, seededBytes(2));
  if (!made.ok) throw new Error(made.field);
  return { ...made.files };
}

/** Signed anew by whoever changed it: their own roots are as good as any until they are compared. */
export function signedAnew(
  content: ReleaseContent,
  { 'manifest.json': _old, ...files }: ReleaseFiles,
): Record<string, Uint8Array> {
  return { ...files, 'manifest.json': utf8(manifestJson(content, files, signer)) };
}

/** A release that says what no builder of ours would let through. */
export const hostileFiles = (content: ReleaseContent): Record<string, Uint8Array> =>
  signedAnew(content, { ...filesOf(), 'signal.json': utf8(signalJson(content)) });
