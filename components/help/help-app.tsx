'use client';

import { PageFrame } from '#components/ui/page-frame.tsx';
import { BeforeScreen } from './before-screen.tsx';
import { useHelpLanguage } from './help-language.tsx';
import { HomeScreen } from './home-screen.tsx';
import { LanguageLinks } from './language-links.tsx';
import { useHelpFlow } from './use-help-flow.ts';

/** Start page, the screen before the chat, and the chat: one page, one address. */
export function HelpApp() {
  const { locale, changeTo } = useHelpLanguage();
  const flow = useHelpFlow(locale);
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
      ) : (
        <BeforeScreen
          headingRef={flow.headingRef}
          country={flow.country}
          answer={flow.answer}
          chosen={flow.chosen}
          inDanger={flow.inDanger}
          starting={flow.starting}
          unreachable={flow.site.kind === 'unreachable'}
          onChoose={flow.pick}
          onStart={() => flow.setStarting(true)}
          onBack={() => flow.go('home')}
        />
      )}
    </PageFrame>
  );
}
