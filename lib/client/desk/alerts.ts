/** What calls a counsellor who looks elsewhere. Neither way says anything about who or what. */
export type Alerts = {
  sound: boolean;
  notify: 'off' | 'on' | 'blocked';
};

/** The two ways to call, as the browser offers them; a test gives its own. */
export type AlertDevices = {
  /** Asks the member's permission; `blocked` when the browser says no. */
  askToNotify: () => Promise<'on' | 'blocked'>;
  notify: (words: NotificationWords) => void;
  chime: () => void;
};

/** Fixed words in the member's language, without any content. */
export type NotificationWords = { title: string; body: string };

/** Two soft tones; made here, so that no file is fetched. */
function chime(context: AudioContext): void {
  const start = context.currentTime;
  for (const [at, hertz] of [
    [0, 660],
    [0.16, 880],
  ] as const) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0.0001, start + at);
    volume.gain.exponentialRampToValueAtTime(0.12, start + at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + at + 0.35);
    tone.connect(volume).connect(context.destination);
    tone.start(start + at);
    tone.stop(start + at + 0.4);
  }
}

/** The browser's own. A browser without either stays silent; the desk shows everything anyway. */
export function browserAlerts(): AlertDevices {
  let audio: AudioContext | null = null;
  return {
    async askToNotify() {
      if (!('Notification' in globalThis)) return 'blocked';
      const permission = await Notification.requestPermission();
      return permission === 'granted' ? 'on' : 'blocked';
    },
    notify({ title, body }) {
      if (!('Notification' in globalThis) || Notification.permission !== 'granted') return;
      // One tag: a second call replaces the first, so that no list of calls stays on the screen.
      const shown = new Notification(title, { body, tag: 'desk', silent: true });
      shown.onclick = () => {
        globalThis.focus();
        shown.close();
      };
    },
    chime() {
      if (!('AudioContext' in globalThis)) return;
      audio ??= new AudioContext();
      void audio.resume();
      chime(audio);
    },
  };
}
