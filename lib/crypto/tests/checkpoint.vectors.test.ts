import { expect, it } from 'vitest';
import { archiveKey, openArchive, sealArchive } from '../conversation/archive.ts';
import {
  decodeCheckpoint,
  encodeCheckpoint,
  NO_CHECKPOINT,
  openCheckpoint,
  sealCheckpoint,
} from '../conversation/checkpoint.ts';
import { fromHex, toHex } from '../primitives/bytes.ts';
import { type Draw, describeStandard, hex, refused, replay } from './standards.ts';

type Vectors = {
  good: {
    n: number;
    CSK: string;
    mailboxId: string;
    prevHash: string;
    RSM: string;
    RS: string;
    state: string;
    plain: string;
    random: Draw[];
    blob: string;
    hash: string;
  }[];
  refuse: {
    why: string;
    CSK: string;
    mailboxId: string;
    n: number;
    blob?: string;
    blobOf?: number;
  }[];
  archive: {
    i: number;
    direction: number;
    ASK: string;
    CSK: string;
    mailboxId: string;
    inner: string;
    blob: string;
    random: Draw[];
  }[];
};

describeStandard<Vectors>(
  'checkpoints and archive are the reference’s',
  'havre-v1/checkpoint.json',
  (v) => {
    it('each checkpoint seals and opens byte by byte', () => {
      for (const one of v.good) {
        const { session, prevHash } = decodeCheckpoint(hex(one.plain), hex(one.mailboxId));
        expect(toHex(prevHash)).toBe(one.prevHash);
        expect(toHex(session.resume.rsmSeed)).toBe(one.RSM);
        expect(toHex(session.resume.secret)).toBe(one.RS);
        expect(toHex(encodeCheckpoint(session, prevHash))).toBe(one.plain);

        const last = { n: one.n - 1, hash: hex(one.prevHash) };
        const sealed = sealCheckpoint(session, hex(one.CSK), last, replay(one.random));
        expect(toHex(sealed.blob)).toBe(one.blob);
        expect(toHex(sealed.mark.hash)).toBe(one.hash);
        expect(sealed.blob.length).toBe(4168);

        const place = { csk: hex(one.CSK), mailboxId: hex(one.mailboxId), n: one.n };
        expect(openCheckpoint(sealed.blob, place, last)).toEqual({ session, mark: sealed.mark });
      }
      expect(toHex(NO_CHECKPOINT.hash)).toBe(v.good[0]?.prevHash);
    });

    it('refuses every other place, key and change', () => {
      for (const one of v.refuse) {
        const blob = fromHex(one.blob ?? v.good[one.blobOf ?? 0]?.blob ?? '');
        const place = { csk: hex(one.CSK), mailboxId: hex(one.mailboxId), n: one.n };
        refused(() => openCheckpoint(blob, place, null), one.why);
      }
    });

    it('archive records, bound to their place and sender', () => {
      for (const one of v.archive) {
        const ask = archiveKey(hex(one.CSK), hex(one.mailboxId));
        expect(toHex(ask)).toBe(one.ASK);
        const sender = one.direction === 0 ? ('person' as const) : ('counsellor' as const);
        const place = { mailboxId: hex(one.mailboxId), index: one.i, sender };
        const record = sealArchive(ask, place, hex(one.inner), replay(one.random));
        expect(toHex(record)).toBe(one.blob);
        expect(toHex(openArchive(ask, place, record))).toBe(one.inner);
        refused(() => openArchive(ask, { ...place, index: one.i + 1 }, record));
        const other = sender === 'person' ? 'counsellor' : 'person';
        refused(() => openArchive(ask, { ...place, sender: other }, record));
      }
    });
  },
);
