import { perServer } from '../per-server.ts';

/** How long an answer of the database may take before it counts as gone, and between two looks, in ms. */
const patienceMs = 2000;
const againMs = 1000;

/**
 * Whether the database answers. Nobody asks it while all is well; once something failed or took too long, it
 * is asked until it answers again, so that pages can be told (`line:beat`) that do not ask for anything.
 */
export type DatabaseHealth = {
  /** Something that needs the database failed or is late. */
  suspect(): void;
  isDown(): boolean;
};

export function createDatabaseHealth(
  answers: () => Promise<boolean>,
  isOver: () => boolean,
): DatabaseHealth {
  let down = false;
  let looking = false;

  async function look(): Promise<void> {
    looking = true;
    while (!isOver()) {
      down = !(await answers());
      if (!down) break;
      await pause(againMs);
    }
    looking = false;
  }

  return {
    suspect() {
      if (!looking) void look();
    },
    isDown: () => down,
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

export const databaseHealthOf = perServer(({ database, isStopping }) => {
  const asked = async () => {
    try {
      await database.$queryRaw`SELECT 1`;
      return true;
    } catch {
      return false;
    }
  };
  const inTime = () => Promise.race([asked(), pause(patienceMs).then(() => false)]);
  return createDatabaseHealth(inTime, isStopping);
});
