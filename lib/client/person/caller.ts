/** How a person wants to be called when somebody answers; `off` until they say otherwise. */
export type CallWay = 'off' | 'sound' | 'vibration';

const NOTE_S = 0.35;
const LOUDNESS = 0.2;

/** Two soft notes, from nothing: no file is fetched, and none could give the site away in a cache. */
function ring(context: AudioContext): void {
  for (const [at, hertz] of [
    [0, 523],
    [NOTE_S, 659],
  ] as const) {
    const note = context.createOscillator();
    const volume = context.createGain();
    const start = context.currentTime + at;
    note.frequency.value = hertz;
    volume.gain.setValueAtTime(LOUDNESS, start);
    volume.gain.linearRampToValueAtTime(0, start + NOTE_S);
    note.connect(volume).connect(context.destination);
    note.start(start);
    note.stop(start + NOTE_S);
  }
}

/** Whether this phone can vibrate at all; an answer of the browser, nothing is tried. */
export const canVibrate = (): boolean => typeof navigator.vibrate === 'function';

const nothing = () => {};

/** Calls the person to the page, in the way they chose and in no other. */
export function createCaller() {
  let way: CallWay = 'off';
  let context: AudioContext | null = null;
  return {
    /** From a press: browsers let a page sound only after one. Nothing is heard yet. */
    choose(next: CallWay): void {
      way = next;
      if (way !== 'sound' || context) return;
      context = new AudioContext();
      void context.resume();
    },
    call(): void {
      if (way === 'vibration') navigator.vibrate([200, 100, 200]);
      // A phone that was put away may have suspended it since.
      const kept = context;
      if (way === 'sound' && kept) void kept.resume().then(() => ring(kept), nothing);
    },
    stop(): void {
      way = 'off';
      void context?.close();
      context = null;
    },
  };
}
