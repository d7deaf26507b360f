import about from './info/about.json' with { type: 'json' };
import accessibility from './info/accessibility.json' with { type: 'json' };
import authorities from './info/authorities.json' with { type: 'json' };
import complaint from './info/complaint.json' with { type: 'json' };
import friend from './info/friend.json' with { type: 'json' };
import police from './info/police.json' with { type: 'json' };
import poster from './info/poster.json' with { type: 'json' };
import privacy from './info/privacy.json' with { type: 'json' };
import protection from './info/protection.json' with { type: 'json' };
import school from './info/school.json' with { type: 'json' };
import young from './info/young.json' with { type: 'json' };
import type { InfoFile } from './info-schema.ts';
import type { InfoTopic } from './info-topics.ts';

/** The files as the build reads them, with the page to print; `checkContent` has checked them. */
export const infoFiles = {
  young,
  friend,
  school,
  protection,
  privacy,
  about,
  complaint,
  authorities,
  accessibility,
  police,
  poster,
} as Record<InfoTopic | 'poster', InfoFile>;
