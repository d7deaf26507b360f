'use client';

import { lazy, Suspense, useEffect, useRef } from 'react';
import { PageFrame } from '#components/ui/page-frame.tsx';
import type { Listed } from '#lib/client/site/use-who-answers.ts';
import { BeforeScreen } from './before-screen.tsx';
import { useHelpLanguage } from './help-language.tsx';
import { HomeScreen } from './home-screen.tsx';
import { LanguageLinks } from './language-links.tsx';
import { useHelpFlow } from './use-help-flow.ts';
import { useStartChat } from './use-start-chat.ts';

const ChatScreen = lazy(async () => {
  const { ChatScreen: screen } = await import('./chat-screen.tsx');
  return { default: screen };
});

/** Start page, the screen before the chat, and the chat: one page, one address. */
export function HelpApp() {
  const { locale, changeTo, hasChatWords } = useHelpLanguage();
  const flow = useHelpFlow(locale);
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
  const onStart = () => {
    if (starter.state === 'starting') return;
    if (flow.chosen) return void start(flow.chosen);
    early.current = true;
    starter.setState('starting');
  };
  return (
    <PageFrame>
      <LanguageLinks locale={locale} onChange={changeTo} />
      {flow.screen === 'home' ? (
        <HomeScreen
          headingRef={flow.headingRef}
          country={flow.country}
          answer={flow.answer}
          onCountry={flow.setCountry}
          onContinue={() => flow.go('before')}
          onDanger={() => {
            flow.setInDanger(true);
            flow.go('before');
          }}
        />
      ) : null}
      {flow.screen === 'before' ? (
        <BeforeScreen
          headingRef={flow.headingRef}
          country={flow.country}
          answer={flow.answer}
          chosen={flow.chosen}
          inDanger={flow.inDanger}
          starting={starter.state === 'starting'}
          unreachable={flow.site.kind === 'unreachable' || starter.state === 'failed'}
          onChoose={flow.pick}
          onStart={onStart}
          onBack={() => flow.go('home')}
        />
      ) : null}
      {flow.screen === 'chat' && starter.chat && hasChatWords ? (
        <Suspense>
          <ChatScreen
            headingRef={flow.headingRef}
            chat={starter.chat}
            org={talkingTo.current?.name ?? ''}
            country={flow.country}
            onLeave={() => {
              starter.leave();
              flow.restart();
            }}
          />
        </Suspense>
      ) : null}
    </PageFrame>
  );
}
