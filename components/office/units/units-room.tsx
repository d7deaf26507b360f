import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { firstTerms } from '#lib/client/office/terms/terms-changes.ts';
import { useTerms } from '#lib/client/office/terms/use-terms.ts';
import { useSite } from '#lib/client/site/use-site.ts';
import type { TeamSession } from '#lib/client/team/team-session.ts';
import { useSession } from '#lib/client/team/use-staff.ts';
import office from '../office.module.css';
import { EstimatesTable } from './estimates-table.tsx';
import { ProposalBox } from './proposal-box.tsx';
import { TermsEditor } from './terms-editor.tsx';

/** Police units and settings of signals: one supervisor proposes, another one confirms. */
export function UnitsRoom({ session }: { session: TeamSession }) {
  const t = useTranslations('office.units');
  const all = useTranslations('office');
  const published = useSession(session, (now) => now.settings().signals);
  const { waiting, again } = useTerms(session);
  const site = useSite(true);
  const organisations = site.kind === 'ready' ? site.organisations : [];
  const before = published ?? firstTerms;
  const deskName = (id: string | null) =>
    id === null
      ? t('noDesk')
      : (organisations.find((one) => one.id === id)?.name ?? t('unknownDesk'));
  return (
    <section aria-labelledby="units" className={office.section}>
      <h2 id="units">{t('heading')}</h2>
      <p className={office.quiet}>{t('intro')}</p>
      {published ? null : <p>{t('noSignals')}</p>}
      {waiting.kind === 'failed' ? (
        <p role="alert">
          {t('failed')} <Button onClick={() => void again()}>{all('again')}</Button>
        </p>
      ) : null}
      {waiting.kind === 'ready' && waiting.proposal ? (
        <ProposalBox
          session={session}
          proposal={waiting.proposal}
          before={before}
          deskName={deskName}
          again={again}
        />
      ) : null}
      <TermsEditor
        session={session}
        before={before}
        replaces={waiting.kind === 'ready' ? waiting.proposal : null}
        organisations={organisations}
        deskName={deskName}
        again={again}
      />
      <div className={office.block}>
        <h3>{t('estimates.heading')}</h3>
        <EstimatesTable isDemo={session.view.demo} />
      </div>
    </section>
  );
}
