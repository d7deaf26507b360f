/** What an inner message is (reading 14; the numbers are hexadecimal in the protocol). */
export const KIND = {
  noop: 0x00,
  text: 0x01,
  attach: 0x02,
  ack: 0x03,
  parkKey: 0x10,
  resumeKey: 0x11,
  transfer: 0x12,
  close: 0x13,
  delete: 0x14,
  readers: 0x15,
  consentRequest: 0x20,
  consentGrant: 0x21,
  consentWithdraw: 0x22,
  prefs: 0x30,
  typing: 0x32,
  clear: 0x33,
} as const;

/** First two bytes of every frame: version 1 and its type. */
export const FRAME = { version: 1, start: 1, claim: 2, ratchet: 3, parked: 4 } as const;

/** No frame is longer than this; a longer one is refused before anything is copied (reading 24). */
export const MAX_FRAME = 20 * 1024;
