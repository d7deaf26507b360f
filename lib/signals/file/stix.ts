import type { Random } from '#lib/crypto/primitives/random.ts';
import { markOf, type ReleaseContent } from './content.ts';
import { newUuid } from './uuid.ts';

/** TLP:AMBER as the STIX 2.1 schemas fix it, byte for byte. */
const TLP_AMBER = {
  type: 'marking-definition',
  spec_version: '2.1',
  id: 'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82',
  created: '2017-01-20T00:00:00.000Z',
  definition_type: 'tlp',
  name: 'TLP:AMBER',
  definition: { tlp: 'amber' },
};

const STATEMENT =
  'Anonymised and coded. Re-identification is prohibited. Not evidence and not a report to the police.';

/** What each incident says, as properties of our extension; names have three characters or more. */
function incidentsOf(content: ReleaseContent): { name: string; said: Record<string, unknown> }[] {
  if (content.kind === 'case')
    return [{ name: 'Coded case signal', said: { signal_kind: 'case', ...content.signal } }];
  return content.clusters.map(({ country, exploitation, majority, count, facets }) => ({
    name: `Cluster of ${count} or more coded signals`,
    said: {
      ...{ signal_kind: 'pattern', country, exploitation, majority },
      ...{ signal_count: count, facet_counts: facets },
    },
  }));
}

const reportName = (content: ReleaseContent): string =>
  content.kind === 'pattern'
    ? `${markOf(content)}Coded signals, counted with ${content.countedWith}`
    : `${markOf(content)}Coded signals`;

/**
 * `stix.json`: a STIX 2.1 bundle. Every id is drawn for this release.
 * @param random draws of 16 bytes
 */
export function stixBundle(content: ReleaseContent, random: Random): Record<string, unknown> {
  // When each object was made. What happened is not dated: the period of a case is a code like the others.
  const at = `${content.day}T00:00:00.000Z`;
  const id = (type: string) => `${type}--${newUuid(random)}`;
  const identityId = id('identity');
  const extensionId = id('extension-definition');
  const statementId = id('marking-definition');
  const by = { spec_version: '2.1', created: at, created_by_ref: identityId };
  const common = {
    ...by,
    modified: at,
    object_marking_refs: [TLP_AMBER.id, statementId],
  };
  const labels = content.synthetic ? { labels: ['synthetic'] } : {};
  const incidents = incidentsOf(content).map(({ name, said }) => ({
    type: 'incident',
    ...common,
    id: id('incident'),
    name: `${markOf(content)}${name}`,
    ...labels,
    extensions: { [extensionId]: { extension_type: 'property-extension', ...said } },
  }));
  return {
    type: 'bundle',
    id: id('bundle'),
    objects: [
      TLP_AMBER,
      {
        type: 'marking-definition',
        ...by,
        id: statementId,
        definition_type: 'statement',
        definition: { statement: STATEMENT },
      },
      {
        type: 'identity',
        ...common,
        id: identityId,
        name: content.organisation,
        identity_class: 'organization',
      },
      {
        type: 'extension-definition',
        ...common,
        id: extensionId,
        name: 'Coded signals of human trafficking',
        schema: 'signal.schema.json in the same file',
        version: '1.0.0',
        extension_types: ['property-extension'],
      },
      ...incidents,
      {
        type: 'report',
        ...common,
        id: id('report'),
        name: reportName(content),
        ...labels,
        report_types: ['threat-report'],
        published: at,
        object_refs: incidents.map((incident) => incident.id),
      },
    ],
  };
}
