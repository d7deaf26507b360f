import { CONSENT_SCOPE } from '#lib/crypto/consent/consent.ts';
import { sealRelease } from '#lib/crypto/consent/consent-release.ts';
import { equalBytes } from '#lib/crypto/primitives/bytes.ts';
import { h32 } from '#lib/crypto/primitives/hash.ts';
import { signalJcs } from '#lib/signals/canonical-signal.ts';
import type { WritableStore } from '../store.ts';
import type { ChatState } from './chat-state.ts';
import type { DeskContext } from './desk-context.ts';
import type { Proposed } from './proposals.ts';

/** A team's release key as it is certified now. */
export type ReleaseKey = {
  orgId: Uint8Array;
  teamId: Uint8Array;
  epoch: number;
  publicKey: Uint8Array;
};

const isDue = ({ decision, stored, answered, consent }: Proposed): boolean =>
  decision === 'yes' && stored === 'no' && answered !== null && consent !== null;

function requestFor(
  { answered, consent, proposal }: Proposed,
  key: ReleaseKey,
  context: DeskContext,
) {
  if (!answered || !consent || !equalBytes(consent.fields.orgId, key.orgId)) return null;
  const refHash = h32(consent.fields.consentRef);
  const { orgId, teamId, epoch } = key;
  const subject = { orgId, teamId, epoch, refHash };
  const released = { signalJcs: signalJcs(answered), consent };
  return {
    refHash: Uint8Array.from(refHash),
    bodyHash: Uint8Array.from(h32(consent.body)),
    scope: CONSENT_SCOPE[proposal.scope],
    epoch,
    blob: Uint8Array.from(sealRelease(key.publicKey, subject, released, context.random)),
  };
}

/**
 * Seals each signal that a person agreed to, as soon as their signature is here, and asks the server to keep
 * it until it has answered. A desk that was closed in between does it when it opens the chat again.
 * @returns what stops it
 */
export function storeSignals(context: DeskContext, store: WritableStore<ChatState>): () => void {
  const asking = new Set<string>();
  let stopped = false;

  async function look(): Promise<void> {
    const due = store
      .getSnapshot()
      .proposals.find((one) => isDue(one) && !asking.has(one.proposal.scope));
    const key = due && context.releaseKey();
    const request = due && key && requestFor(due, key, context);
    if (!due || !request || stopped) return;
    const { scope } = due.proposal;
    asking.add(scope);
    const answer = await context.ask('signal:store', request);
    asking.delete(scope);
    if (stopped || (!answer.ok && answer.code === 'signed_out')) return;
    const state = store.getSnapshot();
    const proposals = state.proposals.map((one) =>
      one.proposal.scope === scope
        ? { ...one, stored: answer.ok ? ('yes' as const) : ('refused' as const) }
        : one,
    );
    store.set({ ...state, proposals });
  }

  const stop = store.subscribe(() => void look());
  void look();
  return () => {
    stopped = true;
    stop();
  };
}
