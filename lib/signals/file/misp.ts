import type { Random } from '#lib/crypto/primitives/random.ts';
import { markOf, type ReleaseContent } from './content.ts';
import { newUuid } from './uuid.ts';

const tag = (predicate: string, value: string) => ({
  name: `thb-signal:${predicate}="${value}"`,
  exportable: true,
});

/** On the event and on each attribute: a record may be loaded alone. */
const syntheticTag = ({ synthetic }: ReleaseContent) =>
  synthetic ? [tag('synthetic', 'true')] : [];

type Said = { value: string; tags: { name: string; exportable: boolean }[] };

function saidBy(content: ReleaseContent): Said[] {
  if (content.kind === 'case') {
    const pairs = Object.entries(content.signal).flatMap(([field, value]) =>
      (typeof value === 'string' ? [value] : (value as readonly unknown[])).map(
        (code) => [field, String(code)] as const,
      ),
    );
    return [{ value: 'case', tags: pairs.map(([field, code]) => tag(field, code)) }];
  }
  return content.clusters.map(({ country, exploitation, majority, count, facets }) => ({
    value: String(count),
    tags: [
      tag('country', country),
      tag('exploitation', exploitation),
      tag('majority', majority),
      ...Object.entries(facets).flatMap(([field, counts]) =>
        Object.entries(counts ?? {}).map(([code, of]) => tag(field, `${code}:${of}`)),
      ),
    ],
  }));
}

const infoOf = (content: ReleaseContent): string =>
  content.kind === 'pattern'
    ? `${markOf(content)}Coded signals of human trafficking, counted with ${content.countedWith}`
    : `${markOf(content)}Coded signals of human trafficking`;

/**
 * `misp.json`: one event with attributes and tags, never shared further by itself.
 * @param random draws of 16 bytes
 */
export function mispEvent(content: ReleaseContent, random: Random): Record<string, unknown> {
  const timestamp = String(Date.parse(`${content.day}T00:00:00Z`) / 1000);
  const attributes = saidBy(content).map(({ value, tags }) => ({
    uuid: newUuid(random),
    type: content.kind === 'case' ? 'text' : 'counter',
    category: 'Other',
    to_ids: false,
    distribution: '0',
    timestamp,
    comment: '',
    disable_correlation: true,
    value,
    Tag: [...syntheticTag(content), ...tags],
  }));
  return {
    Event: {
      uuid: newUuid(random),
      info: infoOf(content),
      // The reference date that MISP asks for: when it was released. Nothing here dates what happened.
      date: content.day,
      timestamp,
      threat_level_id: '4',
      analysis: '2',
      distribution: '0',
      published: false,
      disable_correlation: true,
      attribute_count: String(attributes.length),
      Attribute: attributes,
      Tag: [
        tag('kind', content.kind),
        ...(content.kind === 'pattern' ? [tag('counted_with', content.countedWith)] : []),
        ...syntheticTag(content),
        { name: 'tlp:amber' },
      ],
    },
  };
}
