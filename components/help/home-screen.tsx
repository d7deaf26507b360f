import { useTranslations } from 'next-intl';
import { type RefObject, useSyncExternalStore } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ChoiceGroup } from '#components/ui/choice-group.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { Status } from '#components/ui/status.tsx';
import type { Listed } from '#lib/client/site/use-who-answers.ts';
import { type CountryChoice, isNobodyHere, type WhoAnswers } from '#lib/client/site/who-answers.ts';
import { CannotCall } from './cannot-call.tsx';
import { DangerLine } from './danger-line.tsx';
import styles from './home-screen.module.css';
import { FooterLinks } from './info/footer-links.tsx';
import { InfoLinks } from './info/info-links.tsx';
import { Numbers } from './numbers.tsx';
import { OpenLine } from './open-line.tsx';
import { OtherDoor } from './other-door.tsx';

const choices = ['BE', 'NL', 'LU', 'other', 'unknown'] as const;

const never = () => () => {};
/** True once the app answers; false in the HTML that is sent to everyone. */
const useIsReady = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

type HomeScreenProps = {
  headingRef: RefObject<HTMLHeadingElement | null>;
  country: CountryChoice | null;
  answer: WhoAnswers<Listed> | null;
  /** Whether every organisation is open, or none; null when it depends on the choice. */
  toAll: boolean | null;
  onCountry: (country: CountryChoice) => void;
  onContinue: () => void;
  onDanger: () => void;
  /** They worry about somebody else. */
  onOther: () => void;
};

/** The start page: who is on the other side, what it costs, where else to call. No question must be answered. */
export function HomeScreen(props: HomeScreenProps) {
  const { headingRef, country, answer, onCountry, onContinue, onDanger } = props;
  const t = useTranslations('help');
  const ready = useIsReady();
  const wrongDate = answer?.kind === 'wrong_date';
  const org = answer && 'organisation' in answer ? answer.organisation.name : null;
  return (
    <>
      <div className={styles.first}>
        <div className={styles.intro}>
          <h1 ref={headingRef} tabIndex={-1}>
            {t('home.heading')}
          </h1>
          <p>{t('home.free')}</p>
        </div>
        <div className={ready ? undefined : styles.notYet}>
          <ChoiceGroup
            label={t('country.label')}
            hint={t('country.hint')}
            choices={choices.map((value) => ({ value, label: t(`country.${value}`) }))}
            value={country}
            onChoose={onCountry}
          />
        </div>
        {/* Below the choice: what it changes may grow, and nothing may move away under the thumb. */}
        <div>
          <p>{org ? t('home.whoOf', { org }) : t('home.who')}</p>
          <Status className={styles.state}>
            {ready ? (
              <OpenLine answer={answer} country={country} toAll={props.toAll} />
            ) : (
              <p className={styles.slow}>{t('home.slow')}</p>
            )}
          </Status>
        </div>
        {ready ? null : (
          <>
            <p className={styles.noScript}>{t('home.noScript')}</p>
            <p className={styles.oldBrowser}>{t('home.oldBrowser')}</p>
          </>
        )}
        <div className={ready ? styles.go : `${styles.go} ${styles.notYet}`}>
          <Button look="primary" wide onClick={onContinue}>
            {t('home.go')}
          </Button>
        </div>
        <div className={styles.danger}>
          <DangerLine />
          <CannotCall
            country={country}
            onDanger={ready && !wrongDate ? onDanger : null}
            hasChat={!wrongDate}
            isBefore
            bare
            isNobodyHere={country === null ? props.toAll === false : isNobodyHere(answer, null)}
          />
        </div>
      </div>
      <div>
        <Panel summary={t('home.forMe')}>
          <p>{t('home.forMeText')}</p>
        </Panel>
        <OtherDoor onTalk={ready ? props.onOther : null} />
      </div>
      <Numbers country={country} />
      <InfoLinks />
      <FooterLinks />
    </>
  );
}
