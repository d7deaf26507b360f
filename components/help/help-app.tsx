'use client';

import { lazy, Suspense } from 'react';
import { PageFrame } from '#components/ui/page-frame.tsx';
import { untilLoaded } from '#lib/client/until-loaded.ts';
import { BeforeScreen } from './before-screen.tsx';
import { useHelpLanguage } from './help-language.tsx';
import { HomeScreen } from './home-screen.tsx';
import { LanguageLinks } from './language-links.tsx';
import { useHelpFlow } from './use-help-flow.ts';
import { useRunningChat } from './use-running-chat.ts';

const ChatScreen = lazy(async () => {
  const { ChatScreen: screen } = await untilLoaded(() => import('./chat-screen.tsx'));
  return { default: screen };
});

/** Start page, the screen before the chat, and the chat: one page, one address. */
export function HelpApp() {
  const { locale, changeTo, hasFailed, hasChatWords } = useHelpLanguage();
  const flow = useHelpFlow(locale);
  const running = useRunningChat(flow);
  return (
    <PageFrame>
      <LanguageLinks
        locale={locale}
        hasFailed={hasFailed}
        onChange={(next) => void changeTo(next)}
      />
      {flow.screen === 'home' ? (
        <HomeScreen
          headingRef={flow.headingRef}
          country={flow.country}
          answer={flow.answer}
          toAll={flow.toAll}
          onCountry={flow.setCountry}
          onContinue={() => flow.toBefore('self')}
          onOther={() => flow.toBefore('other')}
          onDanger={() => flow.toBefore('danger')}
        />
      ) : null}
      {flow.screen === 'before' ? (
        <BeforeScreen
          headingRef={flow.headingRef}
          country={flow.country}
          answer={flow.answer}
          chosen={flow.chosen}
          inDanger={flow.inDanger}
          starting={running.state === 'starting'}
          unreachable={flow.site.kind === 'unreachable' || running.state === 'failed'}
          onChoose={flow.pick}
          onStart={running.onStart}
          onBack={running.onBack}
        />
      ) : null}
      {flow.screen === 'chat' && running.chat && hasChatWords ? (
        <Suspense>
          <ChatScreen
            headingRef={flow.headingRef}
            chat={running.chat}
            org={running.org}
            country={flow.country}
            isForOther={flow.isForOther}
            onSomeoneElse={running.onSomeoneElse}
            onLeave={running.onLeave}
          />
        </Suspense>
      ) : null}
    </PageFrame>
  );
}
