import { useCallback, useEffect, useState } from 'react';
import { CONSENT_SCOPE } from '#lib/crypto/consent/consent.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import type { ReleaseView } from '#lib/protocol/team/release-events.ts';
import type { TeamSession } from '../../team/team-session.ts';

/** The encrypted file of a release on its way here; an address saves it. */
type Fetched = { kind: 'none' | 'loading' | 'failed' } | { kind: 'here'; address: string };

/** A release as its row shows it. What could not be fetched is asked for again when the line is back. */
export function useReleased(session: TeamSession, release: ReleaseView) {
  const { releaseId, hasFile } = release;
  const [file, setFile] = useState<Fetched>({ kind: hasFile ? 'loading' : 'none' });
  const fetchIt = useCallback(async () => {
    setFile({ kind: 'loading' });
    const answer = await session.portal.request('release:read', { releaseId });
    if (!answer.ok) return setFile({ kind: 'failed' });
    const text = Array.from(answer.file, (byte) => String.fromCharCode(byte)).join('');
    setFile({ kind: 'here', address: `data:application/octet-stream;base64,${btoa(text)}` });
  }, [session, releaseId]);
  useEffect(() => {
    if (hasFile) void fetchIt();
    else setFile({ kind: 'none' });
  }, [hasFile, fetchIt]);
  const isMissing = file.kind === 'failed';
  useEffect(() => {
    if (!isMissing) return;
    return session.portal.onConnection((now) => {
      if (now === 'connected') void fetchIt();
    });
  }, [session, isMissing, fetchIt]);
  const scope: 'case' | 'pattern' = release.scope === CONSENT_SCOPE.case ? 'case' : 'pattern';
  return {
    file,
    fetchIt,
    scope,
    hash: toHex(release.fileHash),
    fileName: `havre-${scope}-${releaseId.slice(0, 8)}.zip.age`,
  };
}
