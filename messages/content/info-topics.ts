// Information pages by the last part of their address. Apart from the schema, which no page needs to load.

/** To read before a chat. */
export const readTopics = ['young', 'friend', 'school'] as const;

/** Who we are and what the law asks for, in the quiet line below. */
export const footerTopics = [
  'protection',
  'privacy',
  'about',
  'complaint',
  'authorities',
  'accessibility',
  'police',
] as const;

export const infoTopics = [...readTopics, ...footerTopics] as const;
export type InfoTopic = (typeof infoTopics)[number];
