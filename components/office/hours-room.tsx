import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import {
  draftOf,
  problemsOf,
  type SettingsDraft,
  settingsOf,
} from '#lib/client/office/hours-draft.ts';
import { useTask } from '#lib/client/office/use-task.ts';
import { activeAdmin } from '#lib/client/team/admin.ts';
import { publishSettings } from '#lib/client/team/publish.ts';
import type { TeamSession } from '#lib/client/team/team-session.ts';
import type { useDuty } from '#lib/client/team/use-duty.ts';
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
  const { task, run } = useTask<string>();
  const [changed, setChanged] = useState<SettingsDraft | null>(null);
  const [tried, setTried] = useState(false);
  const draft = changed ?? draftOf(published);
  const problems = tried ? problemsOf(draft) : [];

  async function publish() {
    setTried(true);
    if (problemsOf(draft).length > 0) return;
    // Not from the draft: a colleague may have confirmed other units since it was begun.
    const { signals, hours } = published;
    const about = signals ? { signals } : {};
    const { byHand } = hours;
    const ok = await run(() =>
      publishSettings(session, { ...settingsOf({ ...draft, byHand }), ...about }),
    );
    if (ok) setChanged(null);
  }
  // Only this, and not what somebody is in the middle of changing below.
  const setByHand = (byHand: Hours['byHand']) =>
    run(() => publishSettings(session, { ...published, hours: { ...published.hours, byHand } }));
  const untilOf = (hours: ByHandHours) =>
    hours === null ? null : Math.floor(session.now() / 60_000) + hours * 60;
  return (
    <section aria-labelledby="hours" className={styles.section}>
      <h2 id="hours">{t('heading')}</h2>
      <p className={styles.quiet}>{t('intro')}</p>
      {canPublish ? null : <p className={styles.trouble}>{t('needAdmin')}</p>}
      <UncheckedNumbers today={new Date(session.now()).toISOString().slice(0, 10)} />
      <ByHand
        now={useOpenText(published.hours, session.now())}
        isSet={published.hours.byHand !== null}
        canPublish={canPublish}
        onSet={(state, hours) => void setByHand({ state, until: untilOf(hours) })}
        onTable={() => void setByHand(null)}
      />
      <ReachableBlock
        until={onDuty.duty?.reachableUntil ?? null}
        now={session.now()}
        onSet={onDuty.setReachable}
      />
      <TaskNews task={task} busy={t('publishing')} done={t('published')} />
      <div className={styles.block}>
        <SettingsFields level={3} draft={draft} problems={problems} onChange={setChanged} />
        {changed ? <p>{t('unsaved')}</p> : null}
        {canPublish ? (
          <Button
            look="primary"
            aria-disabled={task.kind === 'busy'}
            onClick={() => void publish()}
          >
            {t('publish')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function useOpenText(hours: Hours, now: number): string {
  const t = useTranslations('office.hours.now');
  const locale = useLocale();
  const at = openness(hours, now);
  if (!at.open && at.closes !== undefined)
    return t('lastIntake', { time: clockText(at.closes, now, locale) });
  const change = at.open ? at.until : at.opens;
  if (change === null) return at.open ? t('open') : t('closed');
  const time = clockText(change, now, locale);
  return at.open ? t('openUntil', { time }) : t('closedUntil', { time });
}
