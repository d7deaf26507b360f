import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Status } from '#components/ui/status.tsx';
import type { Listed } from '#lib/client/site/use-who-answers.ts';
import { type CountryChoice, isNobodyHere, type WhoAnswers } from '#lib/client/site/who-answers.ts';
import styles from './before-screen.module.css';
import { CannotCall } from './cannot-call.tsx';
import { DangerLine } from './danger-line.tsx';
import { ExitPractice } from './exit-practice.tsx';
import { Numbers } from './numbers.tsx';
import { SecretText } from './secret-text.tsx';
import { WhatIsKept } from './what-is-kept.tsx';
import { WhoAnswersView } from './who-answers-view.tsx';

type BeforeScreenProps = {
  headingRef: RefObject<HTMLHeadingElement | null>;
  country: CountryChoice | null;
  answer: WhoAnswers<Listed> | null;
  chosen: Listed | null;
  inDanger: boolean;
  /** "Start chat" was pressed before everything was there; it goes on by itself. */
  starting: boolean;
  unreachable: boolean;
  onChoose: (organisation: Listed) => void;
  onStart: () => void;
  onBack: () => void;
};

function Watched() {
  const t = useTranslations('help.before');
  return (
    <div className={styles.block}>
      <p className={styles.question}>
        <strong>{t('watched')}</strong> {t('watchedYes')}
      </p>
      <p>
        {t('exit')} {t('exitLimit')}
      </p>
      <p>{t('spy')}</p>
    </div>
  );
}

/** Before the first word: who may be looking, what stays secret and when it does not, who answers. */
export function BeforeScreen(props: BeforeScreenProps) {
  const { headingRef, country, answer, chosen, inDanger, starting, unreachable } = props;
  const t = useTranslations('help');
  const canStart = answer === null || chosen !== null;
  const nobody = isNobodyHere(answer, chosen);
  const wrongDate = answer?.kind === 'wrong_date';
  const noChat = nobody || wrongDate;
  const startRef = useRef<HTMLButtonElement>(null);
  const pressed = useRef(false);
  // The button that was pressed is gone: without this a keyboard would begin at the top again.
  useEffect(() => {
    if (pressed.current && chosen) startRef.current?.focus();
    pressed.current = false;
  }, [chosen]);
  // Pressed before the organisations are known, it goes on by itself, but only where the country has
  // said whose rules count. Else they have to be read first.
  const isEarly = answer === null && !(country === 'BE' || country === 'NL' || country === 'LU');
  return (
    <>
      {inDanger || noChat || unreachable ? <DangerLine boxed /> : null}
      <h1 ref={headingRef} tabIndex={-1}>
        {noChat ? t('answer.notNow') : t('before.heading')}
      </h1>
      {noChat ? null : (
        <>
          <Watched />
          <SecretText organisation={chosen} country={country} />
        </>
      )}
      <div className={styles.actions}>
        {answer ? (
          <WhoAnswersView
            answer={answer}
            chosen={chosen}
            country={country}
            onChoose={(organisation) => {
              pressed.current = true;
              props.onChoose(organisation);
            }}
          />
        ) : null}
        <Status>
          {unreachable
            ? t('answer.unreachable')
            : starting || isEarly
              ? t('answer.preparing')
              : null}
        </Status>
        {canStart ? (
          <Button ref={startRef} look="primary" wide disabled={isEarly} onClick={props.onStart}>
            {t('before.start')}
          </Button>
        ) : null}
        <Button look="link" onClick={props.onBack}>
          {t('before.back')}
        </Button>
      </div>
      {noChat ? (
        <>
          <div>
            <CannotCall country={country} onDanger={null} hasChat={false} isNobodyHere={nobody} />
          </div>
          <Numbers country={country} needed />
          <Watched />
        </>
      ) : null}
      {unreachable && !noChat ? <Numbers country={country} needed /> : null}
      <div>
        <ExitPractice />
        <WhatIsKept />
        {inDanger && !noChat ? <CannotCall country={country} onDanger={null} /> : null}
      </div>
    </>
  );
}
