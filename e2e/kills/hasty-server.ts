import { helpTable } from '#lib/server/realtime/help-table.ts';
import { answered } from '#lib/server/realtime/types.ts';

// A weakened copy: it says "stored" first and stores afterwards. Only there to show that the kills find it.
const honest = helpTable['frame:send'].handle;
/** So long that whoever writes without a pause has words in it at any moment: a kill always falls between. */
const LATER_MS = 300;

helpTable['frame:send'].handle = async (frame, connection, services) => {
  setTimeout(() => {
    void services.realtime.lanes.run(connection.mailboxId() ?? '', async () => {
      services.realtime.publish((await honest(frame, connection, services)).effects);
    });
  }, LATER_MS);
  return answered({ ok: true });
};

await import('./server.ts');
