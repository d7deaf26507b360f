import { useFormatter, useTranslations } from 'next-intl';
import { Panel } from '#components/ui/panel.tsx';
import type { PatternPlan } from '#lib/client/office/signals/pattern-pool.ts';
import type { TeamSession } from '#lib/client/team/team-session.ts';
import type { ReleaseFigures } from '#lib/signals/release/pattern.ts';
import { FilePreview } from './file-preview.tsx';
import { PlacedChart } from './placed-chart.tsx';
import styles from './signals.module.css';

type PatternDetailsProps = { session: TeamSession; plan: PatternPlan; figures: ReleaseFigures };

function Figures({ figures }: { figures: ReleaseFigures }) {
  const t = useTranslations('office.signals.pattern');
  const format = useFormatter();
  const percent = (share: number) => format.number(share, { style: 'percent' });
  const { placed, signals, smallest, highestRisk, averageRisk, facetsDropped } = figures;
  return (
    <ul>
      <li>{t('placed', { placed, signals })}</li>
      <li>{t('smallest', { count: smallest })}</li>
      <li>{t('highest', { percent: percent(highestRisk) })}</li>
      <li>{t('average', { percent: percent(averageRisk) })}</li>
      <li>{t('dropped', { count: facetsDropped })}</li>
    </ul>
  );
}

/** What a supervisor looks at before saying yes to a count: risk, levels, and every file as it would leave. */
export function PatternDetails({ session, plan, figures }: PatternDetailsProps) {
  const t = useTranslations('office.signals');
  return (
    <Panel bare summary={t('details')}>
      <div className={styles.details}>
        <h3>{t('pattern.figures')}</h3>
        <Figures figures={figures} />
        <h3>{t('pattern.chart')}</h3>
        <PlacedChart figures={figures} />
        <h3>{t('pattern.files')}</h3>
        <FilePreview session={session} agreed={plan} />
      </div>
    </Panel>
  );
}
