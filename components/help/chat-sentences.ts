import type { PersonView } from '#lib/client/person/view.ts';

/** Keys of `chat.json`. */
export type Sentence =
  | 'opening'
  | 'wait.write'
  | 'wait.stored'
  | 'wait.urgent'
  | 'wait.place'
  | 'wait.long'
  | 'wait.long112'
  | 'wait.nobody'
  | 'wait.closed'
  | 'wait.stays'
  | 'wasAway'
  | 'moveOn.text'
  | 'moveOn.starting'
  | 'moveOn.full'
  | 'moveOn.closed'
  | 'moveOn.failed'
  | 'typing'
  | 'thinking'
  | 'silent'
  | 'away'
  | 'orphaned'
  | 'offline'
  | 'serverDown'
  | 'back'
  | 'quarantined'
  | 'repairing'
  | 'full'
  | 'notOpen'
  | 'offDuty'
  | 'refused'
  | 'endedByUs'
  | 'endedKept'
  | 'endedByThem'
  | 'endedUnknown';

const refusals = {
  full: 'full',
  not_open: 'notOpen',
  off_duty: 'offDuty',
  other: 'refused',
} as const;

/** How far "Talk to someone else" came; the last three: this chat stays, and why. */
export type Moving = 'no' | 'starting' | 'full' | 'closed' | 'failed';

/** What only the page knows. */
export type Moment = {
  moving: Moving;
  inDanger: boolean;
  longWait: boolean;
  /** There are numbers on this screen to talk to somebody else. */
  hasNumbers: boolean;
  wasAway: boolean;
  /** The counsellor has their words, and pauses. */
  isThinking: boolean;
  /** It was the person's turn for so long that we ask. */
  isSilent: boolean;
};

type Waiting = Extract<PersonView['phase'], { kind: 'waiting' }>;

const isStored = (view: PersonView) =>
  view.entries.some(
    (entry) => entry.kind === 'message' && 'state' in entry && entry.state === 'stored',
  );

function counsellorSentences(view: PersonView, moment: Moment): Sentence[] {
  if (!view.counsellorPresent) {
    if (!view.orphaned) return ['away'];
    if (!view.mayMoveOn) return ['orphaned'];
    const { moving } = moment;
    return ['orphaned', moving === 'no' ? 'moveOn.text' : `moveOn.${moving}`];
  }
  if (view.counsellorTyping) return ['typing'];
  if (moment.isThinking) return ['thinking'];
  // Whoever is asked whether somebody watches is not asked a second question.
  return moment.isSilent && !moment.wasAway ? ['silent'] : [];
}

function waitingSentences(view: PersonView, phase: Waiting, moment: Moment): Sentence[] {
  const { inDanger, longWait, hasNumbers } = moment;
  const { place, attendance } = phase;
  // Nobody must wait for us in vain: then neither a place nor the top of a list is a promise.
  if (attendance !== 'here')
    return [attendance === 'nobody' ? 'wait.nobody' : 'wait.closed', 'wait.stays'];
  const sentences: Sentence[] = [isStored(view) ? 'wait.stored' : 'wait.write'];
  if (inDanger) sentences.push('wait.urgent');
  else if (place !== null) sentences.push('wait.place');
  if (longWait) sentences.push(hasNumbers ? 'wait.long' : 'wait.long112');
  return sentences;
}

function phaseSentences(view: PersonView, moment: Moment): Sentence[] {
  const { phase } = view;
  switch (phase.kind) {
    case 'opening':
      return ['opening'];
    case 'waiting':
      return waitingSentences(view, phase, moment);
    case 'open':
      return counsellorSentences(view, moment);
    case 'refused':
      return [refusals[phase.why]];
    case 'ended':
      // Nothing is kept of a chat that nobody had answered.
      if (phase.by === 'us') return [view.counsellor === null ? 'endedByUs' : 'endedKept'];
      return [phase.by === 'counsellor' ? 'endedByThem' : 'endedUnknown'];
  }
}

function lineSentences({ line }: PersonView): Sentence[] {
  if (line === 'offline') return ['offline'];
  if (line === 'server_down') return ['serverDown'];
  return line === 'back' ? ['back'] : [];
}

/** What holds right now, in sentences of which each is read aloud once, when it begins to hold. */
export function sentencesOf(view: PersonView, moment: Moment): Sentence[] {
  if (view.phase.kind === 'ended' || view.phase.kind === 'refused')
    return phaseSentences(view, moment);
  if (view.quarantined) return ['quarantined'];
  if (view.repairing)
    return ['repairing', ...(view.counsellorPresent ? [] : counsellorSentences(view, moment))];
  // While nothing gets through, what was true of the queue or the other side is not known to be.
  const trouble = lineSentences(view);
  if (view.line !== 'back' && trouble.length > 0) return trouble;
  const away: Sentence[] = moment.wasAway ? ['wasAway'] : [];
  return [...trouble, ...away, ...phaseSentences(view, moment)];
}
