import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { dayOf } from '#lib/crypto/primitives/time-units.ts';
import type { PoliceUnit, SignalTerms } from '#lib/protocol/signal-terms.ts';
import { DEMO_SIGNAL_SETTINGS } from '#lib/signals/settings.ts';

const demoUnits = [
  { name: 'Demo Police NL', country: 'NL', file: 'demo-unit-nl.key' },
  { name: 'Demo Police BE', country: 'BE', file: 'demo-unit-be.key' },
] as const;

const agreementDays = 365;
/** An agreement with fewer days left is made anew when an old demo starts. */
const renewBelowDays = 30;

/** Makes the demo's police units; what opens their files lies in the demo's folder, for whoever tries it. */
export async function makeDemoUnits(folder: string, now: number): Promise<PoliceUnit[]> {
  const units: PoliceUnit[] = [];
  for (const { name, country, file } of demoUnits) {
    const identity = await generateX25519Identity();
    const key = await identityToRecipient(identity);
    const text = `# ${name} (demo)\n# public key: ${key}\n${identity}\n`;
    await writeFile(join(folder, file), text, { mode: 0o600 });
    units.push({ name, country, key, agreementUntilDay: dayOf(now) + agreementDays });
  }
  return units;
}

/** @param desk id of the organisation whose supervisors make the pattern releases of all */
export function demoTerms(units: PoliceUnit[], desk: string | null): SignalTerms {
  const { patternFor12To15, ...settings } = DEMO_SIGNAL_SETTINGS;
  return { units, desk, settings: { ...settings, patternFor12To15: [...patternFor12To15] } };
}

/**
 * The same terms with new agreements of the demo's own units, where one has ended or is about to.
 * @param today days since 1970
 * @returns null when none has
 */
export function renewedTerms(terms: SignalTerms, today: number): SignalTerms | null {
  const own: readonly string[] = demoUnits.map(({ name }) => name);
  const isDue = ({ name, agreementUntilDay }: PoliceUnit) =>
    own.includes(name) && agreementUntilDay - today < renewBelowDays;
  if (!terms.units.some(isDue)) return null;
  const units = terms.units.map((unit) =>
    isDue(unit) ? { ...unit, agreementUntilDay: today + agreementDays } : unit,
  );
  return { ...terms, units };
}
