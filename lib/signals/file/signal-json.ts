import { canonicalJson, type Json } from '#lib/crypto/primitives/canonical-json.ts';
import { DECIDED_BY, STATUS } from '../code-lists.ts';
import { type ReleaseContent, saidOfFile } from './content.ts';

/** `signal.json`: the whole release in RFC 8785 form. Its schema is `signal.schema.json` beside it. */
export function signalJson(content: ReleaseContent): string {
  const common = {
    schema: 'havre-signal-1',
    ...saidOfFile(content),
    status: STATUS,
    decided_by: DECIDED_BY,
  };
  const said =
    content.kind === 'case' ? { signal: content.signal } : { clusters: content.clusters };
  return canonicalJson({ ...common, ...said } as unknown as Json);
}
