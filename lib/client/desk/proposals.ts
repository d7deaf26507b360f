import {
  CONSENT_SCOPE,
  type ConsentBody,
  consentBinding,
  openConsent,
  recipientsHashOf,
  type SignedConsent,
} from '#lib/crypto/consent/consent.ts';
import { openWithdrawal } from '#lib/crypto/consent/consent-withdrawal.ts';
import type { Content } from '#lib/crypto/messages/content.ts';
import { equalBytes } from '#lib/crypto/primitives/bytes.ts';
import { h32 } from '#lib/crypto/primitives/hash.ts';
import { readCallBack } from '#lib/signals/call-back.ts';
import { signalFromJcs } from '#lib/signals/canonical-signal.ts';
import { readAnswer, readProposal, type SignalProposal } from '#lib/signals/card-messages.ts';
import type { Scope } from '#lib/signals/fields.ts';
import type { OtherQuestion } from '#lib/signals/may-propose.ts';
import type { Signal } from '#lib/signals/signal.ts';
import { orNull } from './or-null.ts';

/**
 * What the person decided. `bad_signature`: a yes that nobody may use. `second`: a yes beside one that stands for the
 * other scope, which counts nowhere either. `off`: taken off the table, see `off-the-table.ts`.
 */
export type Decision =
  | ('asked' | 'no' | 'later' | 'yes' | 'taken_back')
  | ('bad_signature' | 'second' | 'off');

/** A signal that was proposed in a conversation; one a scope, ever. */
export type Proposed = {
  proposal: SignalProposal;
  decision: Decision;
  /** The signal as the person changed it and signed it. */
  answered: Signal | null;
  consent: (SignedConsent & { fields: ConsentBody }) | null;
  /** Whether the server has the seal. `refused`: it knows no such consent, or it was taken back. */
  stored: 'no' | 'yes' | 'refused';
};

export type Proposals = readonly Proposed[];

/**
 * What a consent must be bound to: the secret of the session it was given in. Null for a session before a
 * repair: its secret is gone, as it should be, and what was kept of it this desk had opened itself.
 */
export type ConsentGround = { resumeSecret: Uint8Array | null };

type Grant = SignedConsent & { fields: ConsentBody };

/** Whether a grant is for exactly what was proposed and answered, in this very chat. */
function isFor({ fields }: Grant, jcs: Uint8Array, { proposal }: Proposed, ground: ConsentGround) {
  return (
    fields.scope === CONSENT_SCOPE[proposal.scope] &&
    fields.untilDay === proposal.untilDay &&
    equalBytes(fields.signalHash, h32(jcs)) &&
    equalBytes(fields.recipientsHash, recipientsHashOf(proposal.recipients)) &&
    (ground.resumeSecret === null ||
      equalBytes(fields.binding, consentBinding(ground.resumeSecret, fields.consentRef)))
  );
}

const change = (proposals: Proposals, changed: Proposed): Proposals =>
  proposals.map((one) => (one.proposal.scope === changed.proposal.scope ? changed : one));

/** A proposal of ours is stored: it stands here once for its scope, whatever comes again. */
function withProposal(proposals: Proposals, body: Uint8Array): Proposals {
  const proposal = readProposal(body);
  if (!proposal || proposals.some((one) => one.proposal.scope === proposal.scope)) return proposals;
  const fresh = { decision: 'asked', answered: null, consent: null, stored: 'no' } as const;
  return [...proposals, { proposal, ...fresh }];
}

const ofScope = (proposals: Proposals, scope: string) =>
  proposals.find(({ proposal }) => proposal.scope === scope);

const CLOSED: readonly Decision[] = ['yes', 'taken_back', 'second', 'off'];

/**
 * Whether it can still be answered. Only the person reopens it, and never after a yes: that is taken back by its own
 * key.
 */
export const isOpen = ({ decision }: Proposed): boolean => !CLOSED.includes(decision);

/** Where the question of the other scope stands: "no" and "decide later" are out of its way. */
export function otherOf(proposals: Proposals, scope: Scope): OtherQuestion {
  const other = proposals.find(({ proposal }) => proposal.scope !== scope)?.decision;
  return other === 'asked' || other === 'yes' ? other : 'none';
}

/** Nothing that is said to the question of this scope counts any more, also a yes that came in meanwhile. */
export function withOff(proposals: Proposals, scope: Scope): Proposals {
  const asked = ofScope(proposals, scope);
  if (!asked) return proposals;
  return change(proposals, { ...asked, decision: 'off', answered: null, consent: null });
}

function withAnswer(proposals: Proposals, body: Uint8Array, ground: ConsentGround): Proposals {
  const said = readAnswer(body);
  if (!said) return proposals;
  if (said.answer !== 'yes') {
    const asked = ofScope(proposals, said.scope);
    return asked && isOpen(asked)
      ? change(proposals, { ...asked, decision: said.answer })
      : proposals;
  }
  const consent = orNull(() => openConsent(said.grant));
  const scope = consent?.fields.scope === CONSENT_SCOPE.case ? 'case' : 'pattern';
  // A signature that does not hold names no scope: then what is open cannot be used.
  const asked = consent ? ofScope(proposals, scope) : proposals.find(isOpen);
  if (!asked || !isOpen(asked)) return proposals;
  const read = signalFromJcs(said.signalJcs, scope);
  if (!consent || !read.ok || !isFor(consent, said.signalJcs, asked, ground))
    return change(proposals, { ...asked, decision: 'bad_signature' });
  // The page of a person does not say it; another page may.
  if (otherOf(proposals, scope) === 'yes')
    return change(proposals, { ...asked, decision: 'second' });
  return change(proposals, { ...asked, decision: 'yes', answered: read.signal, consent });
}

function withWithdrawal(proposals: Proposals, body: Uint8Array): Proposals {
  const given = proposals.find(
    ({ consent }) => consent !== null && orNull(() => openWithdrawal(body, consent)) !== null,
  );
  return given
    ? change(proposals, { ...given, decision: 'taken_back', answered: null })
    : proposals;
}

function withOurs(proposals: Proposals, content: Content): Proposals {
  if (content.type === 'consent-request') return withProposal(proposals, content.body);
  const scope = content.type === 'consent-withdraw' ? readCallBack(content.body) : null;
  return scope ? withOff(proposals, scope) : proposals;
}

/**
 * What a message of either side does to the proposals of a conversation: the same for one that arrives and
 * for one out of the archive.
 * @param ground null while the session has no resume secret: then nothing is consented to
 */
export function withConsentMessage(
  proposals: Proposals,
  sender: 'person' | 'counsellor',
  content: Content,
  ground: ConsentGround | null,
): Proposals {
  if (sender === 'counsellor') return withOurs(proposals, content);
  if (content.type === 'consent-grant' && ground)
    return withAnswer(proposals, content.body, ground);
  return content.type === 'consent-withdraw' ? withWithdrawal(proposals, content.body) : proposals;
}
