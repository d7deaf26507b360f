import { useEffect, useState } from 'react';
import { toHex } from '#lib/crypto/bytes.ts';
import { CONSENT_SCOPE } from '#lib/crypto/consent.ts';
import type { ReleaseView } from '#lib/protocol/team/release-events.ts';
import type { TeamSession } from '../../team/team-session.ts';

/** A release as its row shows it; `address` saves the encrypted file, null while it is not here. */
export function useReleased(session: TeamSession, release: ReleaseView) {
  const { releaseId, hasFile } = release;
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let wanted = hasFile;
    if (hasFile)
      void session.portal.request('release:read', { releaseId }).then((answer) => {
        if (!wanted || !answer.ok) return;
        const text = Array.from(answer.file, (byte) => String.fromCharCode(byte)).join('');
        setAddress(`data:application/octet-stream;base64,${btoa(text)}`);
      });
    return () => {
      wanted = false;
    };
  }, [session, releaseId, hasFile]);
  const scope: 'case' | 'pattern' = release.scope === CONSENT_SCOPE.case ? 'case' : 'pattern';
  return {
    address,
    scope,
    hash: toHex(release.fileHash),
    fileName: `havre-${scope}-${releaseId.slice(0, 8)}.zip.age`,
  };
}
