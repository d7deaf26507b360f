import { useEffect, useRef } from 'react';
import type { MoveOutcome } from '#lib/client/person/move-on.ts';
import type { Listed } from '#lib/client/site/use-who-answers.ts';
import type { useHelpFlow } from './use-help-flow.ts';
import { useStartChat } from './use-start-chat.ts';

/** The chat of this page: how it starts, how it starts again with somebody else, how it is left. */
export function useRunningChat(flow: ReturnType<typeof useHelpFlow>) {
  const starter = useStartChat(flow.screen === 'before');
  const talkingTo = useRef<Listed | null>(null);
  // Whoever goes back takes the press back: no chat opens by itself on a screen that they left it for.
  const press = useRef(0);
  const start = async (organisation: Listed) => {
    const mine = ++press.current;
    const isWanted = () => press.current === mine;
    talkingTo.current = organisation;
    const { country, inDanger } = flow;
    if (await starter.start(organisation, { country, danger: inDanger }, isWanted)) flow.go('chat');
  };
  // "Start chat" was pressed before the organisations had been read. It goes on by itself only where
  // what stays secret was on the screen already: with a country that has an organisation.
  const early = useRef(false);
  useEffect(() => {
    if (!early.current || !flow.answer) return;
    early.current = false;
    if (flow.answer.kind === 'match') void start(flow.answer.organisation);
    else starter.setState('no');
  });
  return {
    chat: starter.chat,
    state: starter.state,
    org: talkingTo.current?.name ?? '',
    onStart() {
      if (starter.state === 'starting') return;
      if (flow.chosen) return void start(flow.chosen);
      early.current = true;
      starter.setState('starting');
    },
    onBack() {
      press.current += 1;
      early.current = false;
      starter.setState('no');
      flow.go('home');
    },
    /** A new conversation with the same organisation; this one stays until that has its place. */
    async onSomeoneElse(): Promise<MoveOutcome> {
      const organisation = talkingTo.current;
      return organisation ? starter.moveOn(organisation, flow.country) : 'failed';
    },
    onLeave() {
      starter.leave();
      flow.restart();
    },
  };
}
