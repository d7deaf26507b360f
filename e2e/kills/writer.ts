import { pause } from './patience.ts';

/** Half of the longest pause between two messages of one side, in ms. */
const PAUSE_MS = 120;
/** Who waits for so many answers pauses; a person does so long before. */
const MOST_WAITING = 25;

/** Says numbered things until it is told to stop. */
export function writer(
  name: string,
  say: (text: string) => boolean,
  ticks: () => Map<string, string>,
) {
  const said: string[] = [];
  const sent = new Set<string>();
  let going = true;
  const watch = () => {
    for (const [text, tick] of ticks()) if (tick !== 'waiting' && tick !== 'failed') sent.add(text);
  };
  const done = (async () => {
    while (going) {
      const text = `${name} ${said.length}`;
      const waiting = [...ticks().values()].filter((tick) => tick === 'waiting').length;
      if (waiting < MOST_WAITING && say(text)) said.push(text);
      watch();
      await pause(Math.random() * 2 * PAUSE_MS);
    }
  })();
  return {
    said,
    sent,
    watch,
    async stop() {
      going = false;
      await done;
    },
  };
}
