import type { PersonView } from '#lib/client/person/view.ts';
import type { CountryChoice } from '#lib/client/site/who-answers.ts';
import type { Moment, Moving } from './chat-sentences.ts';
import { useWasAway } from './use-moments.ts';
import { useSilence, useThinking } from './use-pauses.ts';

type Known = {
  view: PersonView;
  /** The unsent text. */
  draft: string;
  country: CountryChoice | null;
  inDanger: boolean;
  longWait: boolean;
  moving: Moving;
};

/** What this page knows beside the chat itself: who waits long, was away, is silent, thinks. */
export function useMoment({ view, draft, country, inDanger, longWait, moving }: Known) {
  const { wasAway, isBack } = useWasAway();
  const isThinking = useThinking(view);
  const keptUntil = useSilence(view, draft);
  const hasNumbers = country !== 'other' && country !== 'unknown';
  const moment: Moment = {
    ...{ inDanger, longWait, hasNumbers, wasAway, isThinking },
    isSilent: keptUntil !== null,
    moving,
  };
  return { moment, keptUntil, isBack };
}
