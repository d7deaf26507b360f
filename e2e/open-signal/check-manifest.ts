import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import * as z from 'zod';
import { checkAdminCert, parseAdminCert } from '#lib/crypto/organisation/certificate-admin.ts';
import { fingerprint } from '#lib/crypto/organisation/fingerprint.ts';
import { verifySignature } from '#lib/crypto/verify.ts';
import { calendarDay } from './calendar-day.ts';
import { isPlain, SHORT_NAME } from './plain-text.ts';
import { readJson } from './read-json.ts';
import type { Refusal } from './refusals.ts';
import { Unusable } from './unusable.ts';

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
/** What every release has beside its manifest, and nothing else. */
const FILES = [
  'signal.json',
  'signal.schema.json',
  'signal.csv',
  'stix.json',
  'misp.json',
  'README.txt',
];

const manifest = z.strictObject({
  signed: z.strictObject({
    schema: z.literal('havre-manifest-1'),
    kind: z.enum(['pattern', 'case']),
    organisation: z.string(),
    recipients: z.array(z.string()).min(1),
    day: z.string().regex(/^20\d\d-\d\d-\d\d$/),
    counted_with: z.optional(z.string().regex(/^20\d\d-Q[1-4]$/)),
    synthetic: z.optional(z.literal(true)),
    rules: z.record(z.string().regex(SHORT_NAME), z.int()),
    consents: z.int(),
    files: z.strictObject(Object.fromEntries(FILES.map((name) => [name, hex(32)]))),
    org_id: hex(16),
    roots: z.strictObject({ threshold: z.number(), keys: z.array(hex(32)) }),
    admin_certificate: z.string().regex(/^([0-9a-f]{2})+$/),
  }),
  signature: hex(64),
});
export type Signed = z.infer<typeof manifest>['signed'];

const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What an organisation wrote itself is the one thing here that no list knows. */
function checkNames({ organisation, recipients }: Signed): void {
  if (!isPlain(organisation)) throw new Unusable('badOrganisation');
  if (!recipients.every(isPlain)) throw new Unusable('badRecipient');
}

function checkFiles(files: ReadonlyMap<string, Uint8Array>, signed: Signed): void {
  const named = new Set(['manifest.json', ...Object.keys(signed.files)]);
  for (const name of files.keys()) if (!named.has(name)) throw new Unusable('notListed', name);
  for (const [name, hash] of Object.entries(signed.files)) {
    const bytes = files.get(name);
    if (!bytes) throw new Unusable('missing', name);
    if (sha256(bytes) !== hash) throw new Unusable('changed', name);
  }
}

/**
 * Every hash, the signature, and that the roots in it certified the key that signed. Whose roots they are,
 * only the number tells, which the organisation gives by another way.
 * @throws Unusable
 */
export function checkManifest(files: ReadonlyMap<string, Uint8Array>): {
  signed: Signed;
  root: string;
} {
  const read = manifest.safeParse(readJson(files, 'manifest.json'));
  if (!read.success) throw new Unusable('badManifest');
  const { signed, signature } = read.data;
  checkNames(signed);
  const roots = {
    orgId: bytesOf(signed.org_id),
    threshold: signed.roots.threshold,
    rootKeys: signed.roots.keys.map(bytesOf),
  };
  const admin = orUnusable('badCertificate', () => {
    const cert = parseAdminCert(bytesOf(signed.admin_certificate));
    checkAdminCert(cert, roots);
    return cert;
  });
  const body = new TextEncoder().encode(canonicalize(signed) ?? '');
  if (!verifySignature('signal', admin.publicKey, body, bytesOf(signature)))
    throw new Unusable('badSignature');
  const day = calendarDay(signed.day);
  if (day === null) throw new Unusable('noDay');
  if (day < admin.notBefore || day >= admin.notAfter) throw new Unusable('notValid');
  checkFiles(files, signed);
  return { signed, root: fingerprint(roots) };
}

function orUnusable<T>(code: Refusal, read: () => T): T {
  try {
    return read();
  } catch {
    throw new Unusable(code);
  }
}
