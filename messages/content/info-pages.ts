import friend from './info/friend.json' with { type: 'json' };
import school from './info/school.json' with { type: 'json' };
import young from './info/young.json' with { type: 'json' };
import type { InfoFile } from './info-schema.ts';
import type { InfoTopic } from './info-topics.ts';

/** The files as the build reads them; `checkContent` has checked them. */
export const infoFiles: Record<InfoTopic, InfoFile> = { young, friend, school } as Record<
  InfoTopic,
  InfoFile
>;
