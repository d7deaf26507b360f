/**
 * What somebody turns to a service for; the pages to read show them under these, in this order. Apart from the schema,
 * which no page needs to load.
 */
export const roles = ['police', 'ngo', 'youth', 'violence', 'labour', 'reception', 'talk'] as const;
export type Role = (typeof roles)[number];
