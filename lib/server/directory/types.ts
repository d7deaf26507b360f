import type { StoredBytes } from '../credentials/tokens.ts';

/** Additions to the directory, with the keys that belong to them. */
export type Addition = {
  /** How many entries the sender knows. */
  after: number;
  entries: readonly StoredBytes[];
  seals: readonly { epoch: number; deviceId: string; blob: StoredBytes }[];
  wraps: readonly {
    what: 'store' | 'release';
    epoch: number;
    deviceId: string;
    senderDeviceId: string;
    blob: StoredBytes;
  }[];
};
