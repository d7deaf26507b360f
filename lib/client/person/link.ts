import type { PersonLine } from './view.ts';

export type LinkMeans = {
  later: (ms: number, run: () => void) => () => void;
  /** What the device thinks of its own connection. */
  online: () => boolean;
  onLine: (line: PersonLine) => void;
};

/** A break shorter than this is not shown: it would only frighten. In ms; the limit is five seconds. */
const SHOW_MS = 2500;
/** How long "connected again" stands, in ms. */
const BACK_MS = 6000;

/** Turns connected and not connected into what the person is told, and when. */
export function watchLink({ later, online, onLine }: LinkMeans) {
  let told: PersonLine = 'connecting';
  let waiting = false;
  let cancel = () => {};
  const tell = (line: PersonLine) => {
    waiting = false;
    told = line;
    onLine(line);
  };
  const inTrouble = () => told === 'offline' || told === 'server_down';
  function connected(): void {
    cancel();
    const wasInTrouble = inTrouble();
    tell(wasInTrouble ? 'back' : 'connected');
    if (wasInTrouble) cancel = later(BACK_MS, () => tell('connected'));
  }
  return {
    connected,
    /** Also at the very beginning: a server that never answers is one that was lost. */
    lost() {
      if (inTrouble() || waiting) return;
      cancel();
      if (!online()) return tell('offline');
      // Every failed attempt comes here too, and must not put the moment off.
      waiting = true;
      cancel = later(SHOW_MS, () => tell(online() ? 'server_down' : 'offline'));
    },
    /** Nothing was heard for so long that it must be said now, or something is heard again. */
    silence(silent: boolean) {
      if (!silent) return connected();
      if (inTrouble()) return;
      cancel();
      tell(online() ? 'server_down' : 'offline');
    },
    stop: () => cancel(),
  };
}
