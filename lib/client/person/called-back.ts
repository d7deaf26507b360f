import type { Parts } from './parts.ts';
import type { PersonView } from './view.ts';

const gaveUp = ({ cards }: PersonView): string[] =>
  cards.flatMap(({ id, state }) => (state === 'off_after_yes' ? [id] : []));

/**
 * A yes that the counsellor's side no longer wants is taken back on the server too: that nothing was shared is then
 * true whatever was done with it meanwhile.
 */
export function takeBackUnwanted(
  { held, outbox, means }: Pick<Parts, 'held' | 'outbox' | 'means'>,
  before: PersonView,
  after: PersonView,
): void {
  const known = gaveUp(before);
  for (const id of gaveUp(after)) {
    const keys = held.consents.get(id);
    if (!keys || known.includes(id)) continue;
    const consentRef = Uint8Array.from(keys.consentRef);
    outbox.add({
      send: () => means.portal.request('consent:withdraw', { consentRef }),
      stored: () => {},
      refused: () => {},
    });
  }
}
