import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ChoiceGroup } from '#components/ui/choice-group.tsx';
import type { ConsentLine } from '#lib/client/person/consent-line.ts';
import { sayNo, sayYes } from '#lib/client/person/decide-consent.ts';
import type { ProposedCard } from '#lib/client/person/view.ts';
import { cardText } from '#lib/i18n/card-text.ts';
import type { AppLocale } from '#lib/i18n/routing.ts';
import type { SaySignal } from '#lib/i18n/signal-text.ts';
import type { SignalProposal } from '#lib/signals/card-messages.ts';
import { CardFields } from './card-fields.tsx';
import styles from './consent-card.module.css';
import { type Edit, edited } from './edits.ts';
import { whyNoYes } from './why-no-yes.ts';

type Known = 'no' | 'maybe' | 'yes' | 'unsure';

export type CardQuestionProps = {
  card: ProposedCard;
  proposal: SignalProposal;
  line: ConsentLine;
  /** Work name of the counsellor. */
  name: string;
  locale: AppLocale;
  edits: readonly Edit[];
  onEdits: (edits: readonly Edit[]) => void;
};

/** The whole question: what, who, when, what it is not, and three buttons of one size. */
export function CardQuestion(props: CardQuestionProps) {
  const { card, proposal, line, name, locale, edits, onEdits } = props;
  const t = useTranslations('signal');
  const signal = edited(proposal.signal, edits);
  const text = cardText(t as SaySignal, proposal, signal, name);
  const [known, setKnown] = useState<Known | null>(null);
  const [unanswered, setUnanswered] = useState(false);
  const isCase = proposal.scope === 'case';
  const whyNot = whyNoYes(proposal.scope, signal, line.other(card.id));
  const stops = known !== null && known !== 'no';
  const busy = card.state === 'sharing';

  const yes = () => {
    if (busy || whyNot) return;
    if (isCase && known === null) return setUnanswered(true);
    void sayYes(line, card.id, { proposal, signal, notice: text.notice, lang: locale });
  };
  const decline = (answer: 'no' | 'later') => {
    if (!busy) sayNo(line, card.id, proposal, answer);
  };

  return (
    <div className={styles.question}>
      <h2>{text.heading}</h2>
      {text.before.map((one) => (
        <p key={one}>{one}</p>
      ))}
      <p>{text.hint}</p>
      <CardFields
        proposal={proposal}
        signal={signal}
        lines={text.lines}
        edits={edits}
        onEdits={onEdits}
      />
      {text.after.map((one) => (
        <p key={one}>{one}</p>
      ))}
      {isCase ? (
        <ChoiceGroup<Known>
          label={t('case.know')}
          choices={[
            { value: 'no', label: t('case.knowNo') },
            { value: 'maybe', label: t('case.knowMaybe') },
            { value: 'yes', label: t('case.knowYes') },
            { value: 'unsure', label: t('case.knowUnsure') },
          ]}
          value={known}
          onChoose={(value) => {
            setUnanswered(false);
            setKnown(value);
          }}
        />
      ) : null}
      {stops ? (
        <>
          <p>{t('case.stop')}</p>
          <div className={styles.choices}>
            <Button onClick={() => decline('no')}>{t('card.no')}</Button>
          </div>
        </>
      ) : (
        <>
          <p>
            <strong>{text.alone}</strong>
          </p>
          {whyNot ? <p>{t(`card.${whyNot}`)}</p> : null}
          {unanswered ? <p>{t('case.first')}</p> : null}
          {card.state === 'failed' ? <p>{t('card.failed')}</p> : null}
          <div className={styles.choices}>
            <Button aria-disabled={busy || whyNot !== null} onClick={yes}>
              {t('card.yes')}
            </Button>
            <Button aria-disabled={busy} onClick={() => decline('no')}>
              {t('card.no')}
            </Button>
            <Button aria-disabled={busy} onClick={() => decline('later')}>
              {t('card.later')}
            </Button>
          </div>
          {busy ? <p>{t('card.sharing')}</p> : null}
        </>
      )}
    </div>
  );
}
