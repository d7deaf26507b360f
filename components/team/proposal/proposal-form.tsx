'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef } from 'react';
import { SignalWords } from '#components/conversation/signal-words.tsx';
import { Button } from '#components/ui/button.tsx';
import { ChoiceGroup } from '#components/ui/choice-group.tsx';
import type { OpenChat } from '#lib/client/desk/desk-view.ts';
import type { Margin } from '#lib/client/desk/margin.ts';
import { obstaclesOf, wasAsked } from '#lib/client/desk/propose.ts';
import type { SignalTerms } from '#lib/protocol/signal-terms.ts';
import type { Scope } from '#lib/signals/fields.ts';
import { fitScope } from '#lib/signals/fill-in.ts';
import { ProposalChecks } from './proposal-checks.tsx';
import { ProposalFields } from './proposal-fields.tsx';
import styles from './proposal-form.module.css';
import { SecondLook } from './second-look.tsx';

export type ProposalFormProps = {
  chat: OpenChat;
  terms: SignalTerms;
  onMargin: (change: Partial<Margin>) => void;
  /** @returns whether it goes out */
  onPropose: () => boolean;
  /** @returns whether the server told the colleagues */
  onLook: () => Promise<boolean>;
  onClose: () => void;
};

/** The coded form beside the conversation. No field takes free text, so that no name can slip in. */
export function ProposalForm(props: ProposalFormProps) {
  const { chat, terms, onMargin, onPropose, onLook, onClose } = props;
  const t = useTranslations('team.desk.signal');
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { margin } = chat;
  const day = Math.floor(Date.now() / 86_400_000);
  const obstacles = obstaclesOf(chat, terms, day);
  const isReady = obstacles.length === 0;
  const scopes: Scope[] = terms.settings.caseScope ? ['pattern', 'case'] : ['pattern'];
  return (
    <section
      aria-labelledby={id}
      className={styles.form}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <h2 id={id} ref={heading} tabIndex={-1}>
        {t('heading')}
      </h2>
      <p>
        <strong>{t('rule')}</strong>
      </p>
      {scopes.length > 1 ? (
        <ChoiceGroup<Scope>
          label={t('scope')}
          choices={scopes.map((scope) => ({
            value: scope,
            label: t(wasAsked(chat, scope) ? `${scope}Asked` : scope),
          }))}
          value={margin.scope}
          onChoose={(scope) => onMargin({ scope, signal: fitScope(margin.signal, scope) })}
        />
      ) : null}
      <SignalWords fallback={<p>{t('loading')}</p>}>
        <ProposalFields margin={margin} onMargin={onMargin} />
      </SignalWords>
      <ProposalChecks
        margin={margin}
        terms={terms}
        day={day}
        obstacles={obstacles}
        onMargin={onMargin}
      />
      <SecondLook margin={margin} obstacles={obstacles} onLook={onLook} />
      <div className={styles.actions}>
        <Button
          look="primary"
          aria-disabled={!isReady}
          onClick={() => {
            if (isReady && onPropose()) onClose();
          }}
        >
          {t('send')}
        </Button>
        <Button onClick={onClose}>{t('close')}</Button>
      </div>
      <p className={styles.quiet}>{t('kept')}</p>
    </section>
  );
}
