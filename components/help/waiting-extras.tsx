import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ChoiceGroup } from '#components/ui/choice-group.tsx';
import { type CallWay, canVibrate } from '#lib/client/person/caller.ts';
import type { PersonChat } from '#lib/client/person/person-chat.ts';
import type { CountryChoice } from '#lib/client/site/who-answers.ts';
import type { Attendance } from '#lib/protocol/help-events.ts';
import { CannotCall } from './cannot-call.tsx';
import styles from './chat-screen.module.css';
import { Numbers } from './numbers.tsx';
import { ReadingPanel } from './reading-panel.tsx';
import type { useCaller } from './use-caller.ts';

type WaitingExtrasProps = {
  chat: PersonChat;
  org: string;
  country: CountryChoice | null;
  caller: ReturnType<typeof useCaller>;
  inDanger: boolean;
  /** Who reads what is written meanwhile; null before the first place is known. */
  attendance: Attendance | null;
  /** Long, or nobody of ours there: other people to talk to stand first. */
  needsOthers: boolean;
  onDanger: () => void;
  /** From what they read to the top of the chat. */
  onBack: () => void;
};

/** What a person may say of their age; said or not, help is the same. */
type AgeChoice = 'under-18' | 'adult' | 'not-said';

function AgeQuestion({ chat }: { chat: PersonChat }) {
  const t = useTranslations('chat.age');
  const { age } = chat.prefs();
  const [said, setSaid] = useState<AgeChoice | null>(age === 'not-said' ? null : age);
  return (
    <ChoiceGroup
      label={t('question')}
      hint={t('hint')}
      choices={[
        { value: 'under-18', label: t('under') },
        { value: 'adult', label: t('adult') },
        { value: 'not-said', label: t('rather') },
      ]}
      value={said}
      onChoose={(next) => {
        setSaid(next);
        chat.setPrefs({ age: next });
      }}
    />
  );
}

function CallQuestion({ caller }: { caller: ReturnType<typeof useCaller> }) {
  const t = useTranslations('chat.call');
  const ways: readonly CallWay[] = canVibrate() ? ['off', 'sound', 'vibration'] : ['off', 'sound'];
  return (
    <ChoiceGroup
      label={t('question')}
      choices={ways.map((value) => ({ value, label: t(value) }))}
      value={caller.way}
      onChoose={caller.choose}
    />
  );
}

/** While nobody has answered: who reads, what keeps the chat, one optional question, other help. */
export function WaitingExtras(props: WaitingExtrasProps) {
  const { chat, org, country, caller, attendance, inDanger, needsOthers, onDanger, onBack } = props;
  // Whoever is in danger must not write an address for nobody to read, and wait.
  const isRead = attendance === null || attendance === 'here';
  const t = useTranslations('chat');
  return (
    <>
      {needsOthers ? <Numbers country={country} needed /> : null}
      <div className={styles.quiet}>
        <p>{t('wait.unknown')}</p>
        <p>{t('wait.readers', { org })}</p>
        <p>
          {t('wait.keepOpen')} {t('wait.read')}
        </p>
      </div>
      <div>
        <ReadingPanel onBack={onBack} />
      </div>
      <CallQuestion caller={caller} />
      <AgeQuestion chat={chat} />
      <div>
        <CannotCall
          country={country}
          onDanger={inDanger || !isRead ? null : onDanger}
          hasChat={isRead}
          isNobodyHere={attendance === 'nobody'}
        />
      </div>
      {needsOthers ? null : <Numbers country={country} />}
    </>
  );
}
