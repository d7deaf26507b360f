/**
 * Byte strings of an event as plain Uint8Arrays: socket.io hands out ArrayBuffers in a browser and
 * Buffers in Node, and both break comparisons and slices that were written for neither.
 * @param value what came off the socket; objects and lists are copied, never changed
 */
export function withPlainBytes(value: unknown): unknown {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (value instanceof Uint8Array) return Uint8Array.from(value);
  if (Array.isArray(value)) return value.map(withPlainBytes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withPlainBytes(inner)]),
  );
}
