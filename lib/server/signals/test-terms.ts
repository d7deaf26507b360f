import type { SignalTerms } from '#lib/protocol/signal-terms.ts';
import { DEFAULT_SIGNAL_SETTINGS } from '#lib/signals/settings.ts';

/** One unit and the settings that an organisation begins with. */
export const testTerms: SignalTerms = {
  units: [
    {
      name: 'Police of a test',
      country: 'NL',
      key: `age1${'q'.repeat(58)}`,
      agreementUntilDay: 30_000,
    },
  ],
  desk: null,
  settings: { ...DEFAULT_SIGNAL_SETTINGS, patternFor12To15: [] },
};
