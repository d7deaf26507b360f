import { openMargin, sealMargin } from '#lib/crypto/conversation/margin.ts';
import { fromHex, fromUtf8, toHex, utf8 } from '#lib/crypto/primitives/bytes.ts';
import { h32 } from '#lib/crypto/primitives/hash.ts';
import type { Random } from '#lib/crypto/primitives/random.ts';
import { type LookId, lookId } from '#lib/protocol/ids.ts';
import * as z from '#lib/protocol/zod.ts';
import type { Scope } from '#lib/signals/fields.ts';
import { parseSignal, type Signal } from '#lib/signals/signal.ts';
import type { ConversationKeys } from './held.ts';
import { orNull } from './or-null.ts';

/** A second person was asked to look at exactly this form, and `by` says who did. */
export type SecondLook = {
  id: LookId;
  /** mark of the form at that moment: another form needs another look */
  of: string;
  by: { name: string; isSupervisor: boolean } | null;
};

/**
 * What a counsellor keeps beside a conversation: two flags, and a form that is not sent yet. Sealed under the
 * key of the conversation, and deleted with it; the person never sees it.
 */
export type Margin = {
  /** Somebody is in danger: no signal is proposed. */
  danger: boolean;
  /** They may not be who they say they are: no signal is proposed. */
  doubt: boolean;
  /** What was kept did not open: it may have told of danger or doubt, so it counts as a flag, for good. */
  unreadable: boolean;
  /** Questions that a flag took off the table, for good. */
  off: readonly Scope[];
  /** What the counsellor says of the conversation in the form. */
  ownQuestionDone: boolean;
  unwatched: boolean;
  wordGiven: boolean;
  scope: Scope;
  /** the coded fields so far */
  signal: Signal;
  /** positions in `INDICATORS` that were ticked; of them only what they make stands in the signal */
  ticked: readonly number[];
  /** age key of the unit that a case would go to */
  unitKey: string | null;
  look: SecondLook | null;
};

export const emptyMargin: Margin = {
  danger: false,
  doubt: false,
  unreadable: false,
  off: [],
  ownQuestionDone: false,
  unwatched: false,
  wordGiven: false,
  scope: 'pattern',
  signal: {},
  ticked: [],
  unitKey: null,
  look: null,
};

// What came later may be absent: margins that were kept before must still open, for they hold the danger flag.
const schema = z.strictObject({
  danger: z.boolean(),
  doubt: z.boolean(),
  unreadable: z.optional(z.boolean()),
  off: z.optional(z.array(z.enum(['pattern', 'case']))),
  ownQuestionDone: z.boolean(),
  unwatched: z.boolean(),
  wordGiven: z.boolean(),
  scope: z.enum(['pattern', 'case']),
  signal: z.unknown(),
  ticked: z.optional(z.array(z.number())),
  unitKey: z.nullable(z.string()),
  look: z.optional(
    z.nullable(
      z.strictObject({
        id: lookId,
        of: z.string(),
        by: z.nullable(z.strictObject({ name: z.string(), isSupervisor: z.boolean() })),
      }),
    ),
  ),
});

/** Stands for the form as it is filled in now. */
export const formMark = ({ scope, signal }: Pick<Margin, 'scope' | 'signal'>): string =>
  toHex(h32(utf8(JSON.stringify([scope, signal]))).slice(0, 16));

/** Seals it for the server to keep. */
export function sealedMargin(keys: ConversationKeys, margin: Margin, random: Random): Uint8Array {
  // Only where it is so: a page that was open before this was known refuses what it does not know.
  const kept = { ...margin, unreadable: margin.unreadable || undefined };
  return sealMargin(keys.csk, fromHex(keys.mailboxId), utf8(JSON.stringify(kept)), random);
}

/** Reads what the server kept; empty where there is nothing, `unreadable` where nothing of it opens. */
export function openedMargin(keys: ConversationKeys, blob: Uint8Array | null): Margin {
  if (!blob) return emptyMargin;
  const plain = orNull(() => openMargin(keys.csk, fromHex(keys.mailboxId), blob));
  const read = schema.safeParse(plain && JSON.parse(fromUtf8(plain)));
  if (!read.success) return { ...emptyMargin, unreadable: true };
  const signal = parseSignal(read.data.signal, read.data.scope);
  const { look = null, ticked = [], off = [], unreadable = false } = read.data;
  return { ...read.data, look, ticked, off, unreadable, signal: signal.ok ? signal.signal : {} };
}
