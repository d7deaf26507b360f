import { useEffect, useRef } from 'react';
import type { Listed } from '#lib/client/site/use-who-answers.ts';
import type { useHelpFlow } from './use-help-flow.ts';
import { useStartChat } from './use-start-chat.ts';

/** How long somebody who goes on with somebody else waits for the server to hear that the first chat ended. */
const END_MS = 5000;

const atMost = (ms: number, work: Promise<void>) =>
  Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, ms))]);

/** The chat of this page: how it starts, how it starts again with somebody else, how it is left. */
export function useRunningChat(flow: ReturnType<typeof useHelpFlow>) {
  const starter = useStartChat(flow.screen === 'before');
  const talkingTo = useRef<Listed | null>(null);
  const start = async (organisation: Listed) => {
    talkingTo.current = organisation;
    const { country, inDanger } = flow;
    if (await starter.start(organisation, { country, danger: inDanger })) flow.go('chat');
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
  const isLeft = useRef(false);
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
    /** A new conversation with fresh keys, with the same organisation. Nothing links it to the first one. */
    async onSomeoneElse() {
      const organisation = talkingTo.current;
      if (!starter.chat || !organisation) return;
      const { age, danger } = starter.chat.prefs();
      isLeft.current = false;
      await atMost(END_MS, starter.chat.end());
      if (isLeft.current) return;
      starter.leave();
      const said = { country: flow.country, age, danger };
      if (!(await starter.start(organisation, said))) flow.go('before');
    },
    onLeave() {
      isLeft.current = true;
      starter.leave();
      flow.restart();
    },
  };
}
