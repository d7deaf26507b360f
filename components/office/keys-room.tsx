import { useLocale, useTranslations } from 'next-intl';
import { keyFacts } from '#lib/client/office/key-facts.ts';
import { useTask } from '#lib/client/office/use-task.ts';
import { becomeAdmin } from '#lib/client/team/certify.ts';
import { replaceTeamKeys } from '#lib/client/team/suspend.ts';
import type { TeamSession } from '#lib/client/team/team-session.ts';
import { useSession } from '#lib/client/team/use-staff.ts';
import { dayText } from '#lib/i18n/day-text.ts';
import { AdminForm } from './admin-form.tsx';
import { ConfirmButton } from './confirm-button.tsx';
import { Keys } from './keys.tsx';
import styles from './office.module.css';
import { TaskNews } from './task-news.tsx';

const kitCodes = ['nothing', 'typing', 'other', 'few'] as const;

/** Keys: what each press does. */
export function KeysRoom({ session }: { session: TeamSession }) {
  const t = useTranslations('office.keys');
  const locale = useLocale();
  // The facts come from both; reading them here makes this run when either changes.
  useSession(session, (now) => now.directory());
  useSession(session, (now) => now.vault());
  const facts = keyFacts(session);
  const admin = useTask<string>();
  const replace = useTask<string>();
  const until = facts.adminUntil === null ? '' : dayText(facts.adminUntil, locale);
  const kitText = (code: string) => {
    const known = kitCodes.find((one) => one === code);
    return known ? t(`admin.${known}`) : null;
  };
  const adminNews = (
    <TaskNews
      task={admin.task}
      busy={t('admin.working')}
      done={t('admin.done', { date: until })}
      refused={kitText}
    />
  );
  return (
    <Keys
      facts={facts}
      admin={
        facts.adminNeeded ? (
          <AdminForm
            renews={facts.adminUntil !== null}
            rootsNeeded={facts.rootsNeeded}
            busy={admin.task.kind === 'busy'}
            news={adminNews}
            onKit={(typed) => void admin.run(() => becomeAdmin(session, typed))}
          />
        ) : (
          adminNews
        )
      }
      replace={
        facts.adminUntil === null ? null : (
          <div className={styles.block}>
            <h3>{t('replace.heading')}</h3>
            <p>{t('replace.text')}</p>
            <ConfirmButton
              label={t('replace.submit')}
              question={t('replace.question')}
              confirm={t('replace.confirm')}
              cancel={t('replace.cancel')}
              busy={replace.task.kind === 'busy'}
              onConfirm={() => void replace.run(() => replaceTeamKeys(session))}
            />
            <TaskNews task={replace.task} busy={t('replace.working')} done={t('replace.done')} />
          </div>
        )
      }
    />
  );
}
