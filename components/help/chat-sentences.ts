import type { PersonView } from '#lib/client/person/view.ts';

/** Keys of `chat.json`. */
export type Sentence =
  | 'opening'
  | 'wait.write'
  | 'wait.stored'
  | 'wait.urgent'
  | 'wait.place'
  | 'wait.long'
  | 'wasAway'
  | 'moveOn.text'
  | 'typing'
  | 'away'
  | 'orphaned'
  | 'offline'
  | 'serverDown'
  | 'back'
  | 'quarantined'
  | 'repairing'
  | 'full'
  | 'refused'
  | 'endedByUs'
  | 'endedKept'
  | 'endedByThem'
  | 'endedUnknown';

/** What only the page knows. */
export type Moment = { inDanger: boolean; longWait: boolean; wasAway: boolean };

const isStored = (view: PersonView) =>
  view.entries.some(
    (entry) => entry.kind === 'message' && 'state' in entry && entry.state === 'stored',
  );

function counsellorSentences(view: PersonView): Sentence[] {
  if (!view.counsellorPresent) {
    if (!view.orphaned) return ['away'];
    return view.mayMoveOn ? ['orphaned', 'moveOn.text'] : ['orphaned'];
  }
  return view.counsellorTyping ? ['typing'] : [];
}

function phaseSentences(view: PersonView, { inDanger, longWait }: Moment): Sentence[] {
  const { phase } = view;
  switch (phase.kind) {
    case 'opening':
      return ['opening'];
    case 'waiting': {
      const place = phase.place === null ? [] : (['wait.place'] as const);
      return [
        isStored(view) ? 'wait.stored' : 'wait.write',
        ...(inDanger ? (['wait.urgent'] as const) : place),
        ...(longWait ? (['wait.long'] as const) : []),
      ];
    }
    case 'open':
      return counsellorSentences(view);
    case 'refused':
      return [phase.why === 'full' ? 'full' : 'refused'];
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
    return ['repairing', ...(view.counsellorPresent ? [] : counsellorSentences(view))];
  // While nothing gets through, what was true of the queue or the other side is not known to be.
  const trouble = lineSentences(view);
  if (view.line !== 'back' && trouble.length > 0) return trouble;
  const away: Sentence[] = moment.wasAway ? ['wasAway'] : [];
  return [...trouble, ...away, ...phaseSentences(view, moment)];
}
