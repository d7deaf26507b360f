import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '#components/ui/button.tsx';
import { problemsOf, settingsOf } from '#lib/client/office/hours-draft.ts';
import type { DraftPart } from '#lib/client/office/hours-merge.ts';
import { useSettingsDraft } from '#lib/client/office/use-settings-draft.ts';
import { useTask } from '#lib/client/office/use-task.ts';
import { activeAdmin } from '#lib/client/team/admin.ts';
import { publishSettings } from '#lib/client/team/publish.ts';
import type { TeamSession } from '#lib/client/team/team-session.ts';
import { type Shut, type useDuty, useShut } from '#lib/client/team/use-duty.ts';
import { useSession } from '#lib/client/team/use-staff.ts';
import { clockText } from '#lib/i18n/clock-text.ts';
import { openness } from '#lib/protocol/hours/opening-hours.ts';
import type { Hours } from '#lib/protocol/site-settings.ts';
import { ByHand, type ByHandHours } from './by-hand.tsx';
import styles from './office.module.css';
import { ReachableBlock } from './reachable-block.tsx';
import { SettingsFields } from './settings-fields.tsx';
import { TaskNews } from './task-news.tsx';
import { UncheckedNumbers } from './unchecked-numbers.tsx';

type HoursRoomProps = { session: TeamSession; onDuty: ReturnType<typeof useDuty> };

/** Hours and what else an organisation says of itself: what each press does. */
export function HoursRoom({ session, onDuty }: HoursRoomProps) {
  const t = useTranslations('office.hours');
  const published = useSession(session, (now) => now.settings());
  const canPublish = activeAdmin(session) !== null;
  const byHand = useTask<string>();
  const table = useTask<string>();
  const shut = useShut(session, onDuty.duty);

  // Only this, and not what somebody is in the middle of changing below.
  const setByHand = (next: Hours['byHand']) => {
    table.clear();
    const hours = { ...published.hours, byHand: next };
    return byHand.run(() => publishSettings(session, { ...published, hours }));
  };
  const untilOf = (hours: ByHandHours) =>
    hours === null ? null : Math.floor(session.now() / 60_000) + hours * 60;
  return (
    <section aria-labelledby="hours" className={styles.section}>
      <h2 id="hours">{t('heading')}</h2>
      <p className={styles.quiet}>{t('intro')}</p>
      {canPublish ? null : <p className={styles.trouble}>{t('needAdmin')}</p>}
      <UncheckedNumbers today={new Date(session.now()).toISOString().slice(0, 10)} />
      <ByHand
        now={useOpenText(published.hours, session.now(), shut)}
        isSet={published.hours.byHand !== null}
        canPublish={canPublish}
        onSet={(state, hours) => void setByHand({ state, until: untilOf(hours) })}
        onTable={() => void setByHand(null)}
        news={<TaskNews task={byHand.task} busy={t('publishing')} done={t('published')} />}
      />
      <ReachableBlock
        until={onDuty.duty?.reachableUntil ?? null}
        now={session.now()}
        onSet={onDuty.setReachable}
      />
      <SettingsBlock
        session={session}
        task={table}
        canPublish={canPublish}
        onTouch={byHand.clear}
      />
    </section>
  );
}

type SettingsBlockProps = {
  session: TeamSession;
  task: ReturnType<typeof useTask<string>>;
  canPublish: boolean;
  /** Something is changed or published here: what became of other presses is over. */
  onTouch: () => void;
};

/** The form, and beside its button what became of it. */
function SettingsBlock({ session, task, canPublish, onTouch }: SettingsBlockProps) {
  const t = useTranslations('office.hours');
  const published = useSession(session, (now) => now.settings());
  const { draft, overtaken, unsaved, change, done } = useSettingsDraft(published);
  const overtakenText = useOvertakenText();
  const [tried, setTried] = useState(false);
  const block = useRef<HTMLDivElement>(null);
  const problems = problemsOf(draft);
  const touch = () => {
    task.clear();
    onTouch();
  };

  async function publish() {
    onTouch();
    flushSync(() => setTried(true));
    block.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    const ok = await task.run(async () =>
      problems.length > 0
        ? { ok: false, code: 'problems' }
        : publishSettings(session, settingsOf(draft)),
    );
    if (!ok) return;
    setTried(false);
    done();
  }
  return (
    <div ref={block} className={styles.block}>
      <SettingsFields
        level={3}
        draft={draft}
        problems={tried ? problems : []}
        overtaken={overtaken}
        onChange={(next) => {
          touch();
          change(next);
        }}
      />
      <p role="status" className={styles.trouble}>
        {overtaken.length > 0 ? overtakenText(overtaken) : null}
      </p>
      {unsaved ? <p>{t('unsaved')}</p> : null}
      <TaskNews
        task={task.task}
        busy={t('publishing')}
        done={t('published')}
        refused={(code) => (code === 'problems' ? t('fixFirst') : null)}
      />
      {canPublish ? (
        <Button
          look="primary"
          aria-disabled={task.task.kind === 'busy'}
          onClick={() => void publish()}
        >
          {t('publish')}
        </Button>
      ) : null}
    </div>
  );
}

const weekdays = ['0', '1', '2', '3', '4', '5', '6'] as const;

function useOvertakenText(): (parts: readonly DraftPart[]) => string {
  const t = useTranslations('office.hours');
  const label = (part: DraftPart) => {
    if (part === 'name' || part === 'zone' || part === 'lastIntake') return t(part);
    const day = weekdays[Number(part.slice('days.'.length))];
    return day ? t(`days.${day}`) : t('table');
  };
  return (parts) => t('overtakenAll', { what: parts.map(label).join(', ') });
}

/** What people see: our hours, and when nobody is on duty, that nobody is here. */
function useOpenText(hours: Hours, now: number, shut: Shut | null): string {
  const t = useTranslations('office.hours.now');
  const locale = useLocale();
  const at = openness(hours, now);
  if (!at.open && at.closes !== undefined)
    return t('lastIntake', { time: clockText(at.closes, now, locale) });
  if (at.open && shut) return t('nobody');
  const change = at.open ? at.until : at.opens;
  if (change === null) return at.open ? t('open') : t('closed');
  const time = clockText(change, now, locale);
  return at.open ? t('openUntil', { time }) : t('closedUntil', { time });
}
