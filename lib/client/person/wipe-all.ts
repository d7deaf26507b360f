import { wipeDeep } from '#lib/crypto/conversation/wipe-session.ts';
import { everyStep } from '#lib/safety/every-step.ts';
import type { Parts } from './parts.ts';
import { wipeKeys } from './traffic.ts';

/** Overwrites every key of the chat and of every consent: nothing can be taken back from here any more. */
export function wipeAll(parts: Parts): void {
  const { held } = parts;
  wipeKeys(parts);
  for (const keys of held.consents.values()) wipeDeep(keys);
  held.consents.clear();
  everyStep([...held.afterwards]);
}
