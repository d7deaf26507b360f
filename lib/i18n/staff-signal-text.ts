import { type SaySignal, signalText } from './signal-text.ts';

/** Words that the staff has of its own: `office.signals.staff`, with the keys of `signal.json`. */
export type StaffWords = SaySignal & { has: (key: string) => boolean };

/**
 * Names and values of a signal as the staff and the police read them: on the card some of the same words speak
 * to the person ("taking your papers").
 * @param own the words of the staff, where they differ; @param say the words of the card
 */
export function staffSignalText(own: StaffWords, say: SaySignal) {
  return signalText((key, values) => (own.has(key) ? own(key, values) : say(key, values)));
}
