import { codes } from '#lib/protocol/codes.ts';

/** What the hunt saw: how often each branch was reached, and everything that must not have been. */
export type HuntRecord = {
  branches: Map<string, number>;
  violations: string[];
  sent: number;
  /** Frame ids that were sent, by namespace. */
  frameIds: { '/help': Set<string>; '/team': Set<string> };
};

export function newRecord(): HuntRecord {
  return {
    branches: new Map(),
    violations: [],
    sent: 0,
    frameIds: { '/help': new Set(), '/team': new Set() },
  };
}

export function count(record: HuntRecord, branch: string): void {
  record.branches.set(branch, (record.branches.get(branch) ?? 0) + 1);
}

export function violate(record: HuntRecord, what: string): void {
  if (record.violations.length < 50) record.violations.push(what);
}

/** Every answer is one of the contract, and a fault of ours is none that input may cause. */
export function judgeAnswer(record: HuntRecord, where: string, answer: unknown): void {
  const { ok, code } = (answer ?? {}) as { ok?: unknown; code?: unknown };
  const known = ok === false && codes.some((one) => one === code);
  if (ok === true) count(record, `${where} ok`);
  else if (known) count(record, `${where} ${code}`);
  else violate(record, `${where} was answered ${JSON.stringify(answer)}`);
  if (code === 'unavailable') violate(record, `${where} met a fault of ours`);
}

/** Remembers ids of frames, wherever in a request they stand. */
export function rememberFrames(
  record: HuntRecord,
  namespace: '/help' | '/team',
  value: unknown,
): void {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'frameId' && typeof inner === 'string') record.frameIds[namespace].add(inner);
    else rememberFrames(record, namespace, inner);
  }
}

/** Values that nobody hostile was given; they may stand in nothing that is sent to them. */
export function secretFinder(secrets: readonly (string | Uint8Array)[]) {
  const keyOf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 16)).toString('hex');
  const known = new Set(secrets.map((one) => (typeof one === 'string' ? one : keyOf(one))));
  const holds = (value: unknown): boolean => {
    if (typeof value === 'string') return known.has(value);
    if (value instanceof Uint8Array) return known.has(keyOf(value));
    if (typeof value !== 'object' || value === null) return false;
    return Object.values(value).some(holds);
  };
  return holds;
}
