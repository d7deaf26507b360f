import { Encrypter } from 'age-encryption';
import { zipSync } from 'fflate';
import { utf8 } from '#lib/crypto/primitives/bytes.ts';
import type { Random } from '#lib/crypto/primitives/random.ts';
import type { ReleaseContent } from './content.ts';
import { manifestJson, type ReleaseSigner } from './manifest.ts';
import { mispEvent } from './misp.ts';
import { readmeText } from './readme-text.ts';
import { signalCsv } from './signal-csv.ts';
import { signalJson } from './signal-json.ts';
import { signalSchema } from './signal-schema.ts';
import { stixBundle } from './stix.ts';
import { tripwire } from './tripwire.ts';

/** The files of a release by name, readable; what a supervisor sees before anything leaves. */
export type ReleaseFiles = Readonly<Record<string, Uint8Array>>;

const json = (value: unknown): Uint8Array => utf8(JSON.stringify(value, null, 2));

/**
 * Makes every file of a release.
 * @param names of the organisation and its units as signed: the only strings that are no codes
 * @returns the field that holds anything else, or the files
 */
export function releaseFiles(
  content: ReleaseContent,
  names: readonly string[],
  signer: ReleaseSigner,
  random: Random,
): { ok: true; files: ReleaseFiles } | { ok: false; code: 'not_a_code'; field: string } {
  const field = tripwire(content, names);
  if (field !== null) return { ok: false, code: 'not_a_code', field };
  const files = {
    'signal.json': utf8(signalJson(content)),
    'signal.schema.json': json(signalSchema),
    'signal.csv': utf8(signalCsv(content)),
    'stix.json': json(stixBundle(content, random)),
    'misp.json': json(mispEvent(content, random)),
    'README.txt': utf8(readmeText(content)),
  };
  const manifest = utf8(manifestJson(content, files, signer));
  return { ok: true, files: { ...files, 'manifest.json': manifest } };
}

/** A zip that does not depend on the clock: every file has the date of the release. */
const zipped = (files: ReleaseFiles, day: string): Uint8Array =>
  zipSync({ ...files }, { level: 6, mtime: `${day}T12:00:00` });

/**
 * Packs the files into one zip and encrypts it with age to the units' keys.
 * @param recipients age X25519 recipients (`age1...`)
 */
export async function packRelease(
  files: ReleaseFiles,
  day: string,
  recipients: readonly string[],
): Promise<Uint8Array> {
  const age = new Encrypter();
  for (const recipient of recipients) age.addRecipient(recipient);
  return age.encrypt(zipped(files, day));
}
