import { fromHex, fromUtf8, utf8 } from '#lib/crypto/bytes.ts';
import { openMargin, sealMargin } from '#lib/crypto/margin.ts';
import type { Random } from '#lib/crypto/random.ts';
import * as z from '#lib/protocol/zod.ts';
import type { Scope } from '#lib/signals/fields.ts';
import { parseSignal, type Signal } from '#lib/signals/signal.ts';
import type { ConversationKeys } from './held.ts';
import { orNull } from './or-null.ts';

/**
 * What a counsellor keeps beside a conversation: two flags, and a form that is not sent yet. Sealed under the
 * key of the conversation, and deleted with it; the person never sees it.
 */
export type Margin = {
  /** Somebody is in danger: no signal is proposed. */
  danger: boolean;
  /** They may not be who they say they are: no signal is proposed. */
  doubt: boolean;
  /** What the counsellor says of the conversation in the form. */
  ownQuestionDone: boolean;
  unwatched: boolean;
  wordGiven: boolean;
  scope: Scope;
  /** the coded fields so far */
  signal: Signal;
  /** age key of the unit that a case would go to */
  unitKey: string | null;
};

export const emptyMargin: Margin = {
  danger: false,
  doubt: false,
  ownQuestionDone: false,
  unwatched: false,
  wordGiven: false,
  scope: 'pattern',
  signal: {},
  unitKey: null,
};

const schema = z.strictObject({
  danger: z.boolean(),
  doubt: z.boolean(),
  ownQuestionDone: z.boolean(),
  unwatched: z.boolean(),
  wordGiven: z.boolean(),
  scope: z.enum(['pattern', 'case']),
  signal: z.unknown(),
  unitKey: z.nullable(z.string()),
});

/** Seals it for the server to keep. */
export const sealedMargin = (keys: ConversationKeys, margin: Margin, random: Random): Uint8Array =>
  sealMargin(keys.csk, fromHex(keys.mailboxId), utf8(JSON.stringify(margin)), random);

/** Reads what the server kept; empty where there is nothing, or nothing that opens. */
export function openedMargin(keys: ConversationKeys, blob: Uint8Array | null): Margin {
  const plain = blob && orNull(() => openMargin(keys.csk, fromHex(keys.mailboxId), blob));
  if (!plain) return emptyMargin;
  const read = schema.safeParse(JSON.parse(fromUtf8(plain)));
  if (!read.success) return emptyMargin;
  const signal = parseSignal(read.data.signal, read.data.scope);
  return { ...read.data, signal: signal.ok ? signal.signal : {} };
}
