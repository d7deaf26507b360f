import type { Field } from '#lib/signals/fields.ts';
import { leaveOut, makeLessExact } from '#lib/signals/less-exact.ts';
import type { Signal } from '#lib/signals/signal.ts';

/** What the person did to a field. In order, so that the last one can be undone. */
export type Edit = { field: Field; how: 'out' | 'less' };

/** By card. */
export type CardEdits = Readonly<Record<string, readonly Edit[]>>;

/** The signal as the person wants it. */
export const edited = (signal: Signal, edits: readonly Edit[]): Signal =>
  edits.reduce(
    (now, { field, how }) => (how === 'out' ? leaveOut(now, field) : makeLessExact(now, field)),
    signal,
  );
