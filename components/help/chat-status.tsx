import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Status } from '#components/ui/status.tsx';
import type { PersonView } from '#lib/client/person/view.ts';
import { clockText } from '#lib/i18n/clock-text.ts';
import { dayText } from '#lib/i18n/day-text.ts';
import { limits } from '#lib/protocol/limits.ts';
import styles from './chat-screen.module.css';
import { type Moment, sentencesOf } from './chat-sentences.ts';
import { useHelpLanguage } from './help-language.tsx';

type ChatStatusProps = {
  view: PersonView;
  org: string;
  moment: Moment;
  /** Until when a silent chat does not end by itself, in ms since 1970. */
  keptUntil: number | null;
};

/** The one status of the chat. */
export function ChatStatus({ view, org, moment, keptUntil }: ChatStatusProps) {
  const t = useTranslations('chat');
  const { locale } = useHelpLanguage();
  const { kind } = view.phase;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the day on which this phase began
  const day = useMemo(() => Math.floor(Date.now() / 86_400_000), [kind]);
  const n = view.phase.kind === 'waiting' ? (view.phase.place ?? 0) : 0;
  const date = dayText(day + limits.closedDays, locale);
  const time = keptUntil === null ? '' : clockText(keptUntil, Date.now(), locale);
  const values = { n, org, date, time, name: view.counsellor ?? t('someone') };
  return (
    <Status className={styles.status}>
      {sentencesOf(view, moment).map((sentence) => (
        <p key={sentence}>{t(sentence, values)}</p>
      ))}
    </Status>
  );
}
