import { perServer } from '../per-server.ts';

/** A counsellor wants somebody else to look. Nothing says at which chat. */
type Asked = { organisationId: string; memberId: string };

/** More than any team has open at once; the oldest gives way. */
const most = 1000;

function createAsked() {
  const asked = new Map<string, Asked>();
  return {
    add(lookId: string, by: Asked): void {
      asked.delete(lookId);
      asked.set(lookId, by);
      const [oldest] = asked.keys();
      if (asked.size > most && oldest !== undefined) asked.delete(oldest);
    },
    get: (lookId: string): Asked | null => asked.get(lookId) ?? null,
    remove: (lookId: string): void => {
      asked.delete(lookId);
    },
  };
}

/** Second looks that nobody answered yet: in memory, since after a restart it is asked again. */
export const askedOf = perServer(createAsked);
