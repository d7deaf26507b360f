'use client';

import { useLocale, useTranslations } from 'next-intl';
import { nameIsFree } from '#lib/client/enrol/name-is-free.ts';
import { useAccountSteps } from '#lib/client/enrol/use-account-steps.ts';
import { useInvitation } from '#lib/client/enrol/use-invitation.ts';
import { type SetUpForm, useSetUp } from '#lib/client/enrol/use-set-up.ts';
import { AccountSteps } from './account-steps.tsx';
import { BadLink } from './bad-link.tsx';
import { EnrolNews } from './enrol-news.tsx';
import { KitStep } from './kit-step.tsx';
import { OrganisationStep, RootsStep, SetUpDone, SetUpWelcome } from './set-up-steps.tsx';
import { StepFrame } from './step-frame.tsx';

/** Setting up an organisation by a one-time link. */
export function SetUp({ token }: { token: string }) {
  const invitation = useInvitation(token, 'set-up');
  if (invitation.kind !== 'good') return <BadLink invitation={invitation} />;
  return <Steps token={token} demo={invitation.link.demo} />;
}

function Steps({ token, demo }: { token: string; demo: boolean }) {
  const t = useTranslations('enrol');
  const locale = useLocale();
  const form = useSetUp(token);
  const name = form.draft.name.trim();
  const account = useAccountSteps({
    demo,
    issuer: name,
    language: locale,
    isFree: nameIsFree(token),
    send: form.send,
  });
  const total = demo ? 6 : 7;
  const at = (number: number) => ({ number, total });
  switch (form.step) {
    case 'welcome':
      return <SetUpWelcome demo={demo} onStart={() => form.go('organisation')} />;
    case 'organisation':
      return (
        <StepFrame heading={t('organisation.heading')} step={at(1)} intro={t('organisation.intro')}>
          <OrganisationStep form={form} />
        </StepFrame>
      );
    case 'roots':
      return (
        <StepFrame heading={t('roots.heading')} step={at(2)} intro={t('roots.intro')}>
          <RootsStep form={form} />
        </StepFrame>
      );
    case 'kit':
      return (
        <StepFrame
          heading={t('kit.heading')}
          step={at(3)}
          intro={t('kit.intro', { count: form.sheets.length })}
        >
          <KitStep sheets={form.sheets} wrong={form.kitWrong} onConfirm={form.confirmKit} />
        </StepFrame>
      );
    case 'account':
      return (
        <AccountSteps
          form={account}
          demo={demo}
          busy={form.busy}
          first={4}
          total={total}
          role={t('account.role', { organisation: name, role: t('account.supervisor') })}
          news={<SetUpNews form={form} />}
        />
      );
    case 'done':
      return <SetUpDone organisation={name} signInHref={`/${locale}/sign-in`} />;
  }
}

function SetUpNews({ form }: { form: SetUpForm }) {
  const t = useTranslations('enrol.working');
  return <EnrolNews busy={form.busy} working={t('setUp')} refused={form.refused} />;
}
