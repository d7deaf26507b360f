/** Information pages by the last part of their address. Apart from the schema, which no page needs to load. */
export const infoTopics = ['young', 'friend', 'school'] as const;
export type InfoTopic = (typeof infoTopics)[number];
