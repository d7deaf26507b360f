import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { auditHash } from '#lib/crypto/organisation/audit-chain.ts';
import type { AuditEntryView } from '#lib/protocol/audit.ts';
import { auditCsv, auditJson } from './audit-export.ts';
import { checkLog } from './check-log.ts';

const organisationId = '0a'.repeat(16);
const h32 = (...parts: readonly (Uint8Array | string)[]) => {
  const hash = createHash('sha512');
  for (const part of parts) hash.update(part);
  return Uint8Array.from(hash.digest().subarray(0, 32));
};

function log(names: readonly string[]): AuditEntryView[] {
  let prev: Uint8Array = new Uint8Array(32);
  return names.map((displayName, i) => {
    const about = { salt: new Uint8Array(16).fill(i), ref: `subject ${i}` };
    const link = {
      ...{ n: i + 1, day: 20_785, actor: 'ab'.repeat(16), action: 'member.approved', prev },
      refCommit: h32(about.salt, about.ref),
    };
    const hash = auditHash(organisationId, link);
    prev = hash;
    return { ...link, hash, displayName, about };
  });
}

describe('an exported log', () => {
  it('can be checked by its own words alone, with none of our code', () => {
    const file = JSON.parse(auditJson(organisationId, log(['Saskia', 'Sanne'])));
    let prev = '00'.repeat(32);
    for (const entry of file.entries) {
      expect(entry.prev).toBe(prev);
      const { n, day, actor, action, refCommit } = entry;
      const text = JSON.stringify([file.organisationId, n, day, actor, action, refCommit]);
      prev = Buffer.from(h32('havre/v1/audit', text, Buffer.from(prev, 'hex'))).toString('hex');
      expect(entry.hash).toBe(prev);
      const salted = h32(Buffer.from(entry.salt, 'hex'), entry.about);
      expect(Buffer.from(salted).toString('hex')).toBe(refCommit);
    }
  });

  it('is one row an entry as a table, with names that are no formulas', () => {
    const rows = parse(auditCsv(log(['Saskia', '=cmd()'])), { columns: true });
    expect(rows).toMatchObject([{ n: '1', date: '2026-11-28', who: 'Saskia' }, { n: '2' }]);
    expect((rows as { who: string }[])[1]?.who).toBe("'=cmd()");
  });
});

describe('a check', () => {
  it('names the newest hash, the first entry that does not hold, or that there is nothing', () => {
    const entries = log(['Saskia', 'Sanne']);
    expect(checkLog(organisationId, entries)).toMatchObject({ kind: 'holds', count: 2 });
    const [first, second] = entries as [AuditEntryView, AuditEntryView];
    expect(checkLog(organisationId, [first, { ...second, day: 1 }])).toEqual({
      kind: 'broken',
      n: 2,
    });
    expect(checkLog(organisationId, [])).toEqual({ kind: 'empty' });
  });
});
