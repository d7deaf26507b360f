import { useTranslations } from 'next-intl';
import { SignalWords } from '#components/conversation/signal-words.tsx';
import { Button } from '#components/ui/button.tsx';
import { useSignals } from '#lib/client/office/signals/use-signals.ts';
import { activeAdmin } from '#lib/client/team/admin.ts';
import type { TeamSession } from '#lib/client/team/team-session.ts';
import styles from '../office.module.css';
import { PassOn } from './pass-on.tsx';
import { SignalsTable } from './signals-table.tsx';

/** Consented signals on their way out: opened in this browser, checked, approved by two, released once. */
export function SignalsRoom({ session }: { session: TeamSession }) {
  const t = useTranslations('office.signals');
  const all = useTranslations('office');
  const { state, again } = useSignals(session);
  const isEmpty =
    state.kind === 'ready' && state.signals.length === 0 && state.releases.length === 0;
  return (
    <section aria-labelledby="signals" className={styles.section}>
      <h2 id="signals">{t('heading')}</h2>
      <p className={styles.quiet}>{t('intro')}</p>
      <p className={styles.quiet}>{t('rule')}</p>
      {activeAdmin(session) ? null : <p className={styles.trouble}>{t('needAdmin')}</p>}
      {state.kind === 'loading' ? <p role="status">{t('loading')}</p> : null}
      {state.kind === 'failed' ? (
        <p role="alert">
          {t('failed')} <Button onClick={again}>{all('again')}</Button>
        </p>
      ) : null}
      {isEmpty ? <p>{t('empty')}</p> : null}
      {state.kind === 'ready' && !isEmpty ? (
        <SignalWords fallback={<p role="status">{t('loading')}</p>}>
          <PassOn session={session} signals={state.signals} onChanged={again} />
          <SignalsTable session={session} {...state} onChanged={again} />
        </SignalWords>
      ) : null}
    </section>
  );
}
