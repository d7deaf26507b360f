import type { StoredBytes } from '../credentials/tokens.ts';

/** A signed public record and the certificate of the admin who signed it. */
export type PublicRecord = { siteEntry: StoredBytes; adminCert: StoredBytes };

/** One organisation as `/site.bin` needs it. */
export type SiteSource = PublicRecord & {
  id: string;
  /** TeamEpochs, newest first. */
  teamEpochs: readonly StoredBytes[];
  /** DeviceCerts and AdminCerts, newest first. */
  certificates: readonly StoredBytes[];
};
