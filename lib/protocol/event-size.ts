import { limits } from './limits.ts';

/** What a field costs beside its value: its name and the transport's framing. */
const fieldBytes = 16;
/** No event of ours nests deeper; deeper input is refused before a schema walks it. */
const deepest = 6;

/**
 * How large an event is, all fields together, counted the same way on both sides. A client cuts long
 * lists (seals, entries) by it; the server refuses above `limits.eventBytes`.
 * @returns bytes, or Infinity for what is too deep; counting stops above the limit
 */
export function eventSize(value: unknown, depth = 0): number {
  if (depth > deepest) return Number.POSITIVE_INFINITY;
  if (typeof value === 'string') return fieldBytes + value.length;
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
    return fieldBytes + value.byteLength;
  }
  if (typeof value !== 'object' || value === null) return fieldBytes;
  let sum = fieldBytes;
  for (const key in value) {
    if (!Object.hasOwn(value, key)) continue;
    sum += key.length + eventSize((value as Record<string, unknown>)[key], depth + 1);
    if (sum > limits.eventBytes) break;
  }
  return sum;
}
