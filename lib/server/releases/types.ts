import type { Code } from '#lib/protocol/codes.ts';

export type Refused = { ok: false; code: Code };
export const ok = { ok: true } as const;
export const refusedAs = (code: Code): Refused => ({ ok: false, code });
