import { useTranslations } from 'next-intl';
import { Button, buttonClass } from '#components/ui/button.tsx';
import { ChoiceGroup } from '#components/ui/choice-group.tsx';
import type { SetUpForm } from '#lib/client/enrol/use-set-up.ts';
import { SettingsFields } from '../settings-fields.tsx';
import styles from './enrol.module.css';
import { StepFrame } from './step-frame.tsx';

/** What is going to happen, and what one needs at hand. */
export function SetUpWelcome({ demo, onStart }: { demo: boolean; onStart: () => void }) {
  const t = useTranslations('enrol.setUp');
  const needs = demo
    ? (['printer', 'private'] as const)
    : (['printer', 'phone', 'private'] as const);
  return (
    <StepFrame heading={t('heading')} step={null} intro={t('intro')}>
      <div className={styles.form}>
        <h2>{t('need')}</h2>
        <ul className={styles.needs}>
          {needs.map((need) => (
            <li key={need}>{t(`needs.${need}`)}</li>
          ))}
        </ul>
        <Button look="primary" onClick={onStart}>
          {t('start')}
        </Button>
      </div>
    </StepFrame>
  );
}

/** Name, countries, languages, hours. */
export function OrganisationStep({ form }: { form: SetUpForm }) {
  const t = useTranslations('enrol');
  return (
    <div className={styles.form}>
      <SettingsFields
        level={2}
        draft={form.draft}
        problems={form.problems}
        onChange={form.setDraft}
      />
      <Button look="primary" onClick={form.organisationDone}>
        {t('next')}
      </Button>
    </div>
  );
}

/** One root key, or three of which two are needed. */
export function RootsStep({ form }: { form: SetUpForm }) {
  const t = useTranslations('enrol');
  const choices = (['one', 'three'] as const).map((value) => ({
    value,
    label: (
      <span className={styles.option}>
        {t(`roots.${value}`)}
        <span>{t(`roots.${value}Hint`)}</span>
      </span>
    ),
  }));
  return (
    <div className={styles.form}>
      <ChoiceGroup
        label={t('roots.label')}
        choices={choices}
        value={form.rootChoice}
        onChoose={form.chooseRoots}
      />
      <div className={styles.row}>
        <Button look="primary" onClick={form.makeRoots}>
          {t('roots.make')}
        </Button>
        <Button look="quiet" onClick={() => form.go('organisation')}>
          {t('back')}
        </Button>
      </div>
    </div>
  );
}

type SetUpDoneProps = { organisation: string; signInHref: string };

/** It stands. What stays closed with one supervisor is said before the first chat. */
export function SetUpDone({ organisation, signInHref }: SetUpDoneProps) {
  const t = useTranslations('enrol.done');
  return (
    <StepFrame heading={t('heading', { organisation })} step={null}>
      <div className={styles.form}>
        <h2>{t('second')}</h2>
        <p>{t('secondText')}</p>
        <p>{t('alone')}</p>
        <p>{t('later')}</p>
        <p>{t('fingerprint')}</p>
        <a className={buttonClass({ look: 'primary' })} href={signInHref}>
          {t('signIn')}
        </a>
      </div>
    </StepFrame>
  );
}
