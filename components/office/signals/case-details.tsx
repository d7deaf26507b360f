import { useTranslations } from 'next-intl';
import { Panel } from '#components/ui/panel.tsx';
import type { CaseReview } from '#lib/client/office/signals/review-case.ts';
import type { TeamSession } from '#lib/client/team/team-session.ts';
import type { CheckedConsent } from '#lib/signals/consent-check.ts';
import { ConsentAsRecord } from './consent-as-record.tsx';
import { FilePreview } from './file-preview.tsx';
import { Said } from './said.tsx';
import styles from './signals.module.css';
import { useStaffText } from './use-staff-text.ts';

function Coarsened({ review }: { review: CaseReview }) {
  const t = useTranslations('office.signals');
  const text = useStaffText();
  if (review.coarsened.length === 0) return <p>{t('notCoarsened')}</p>;
  return (
    <ul>
      {review.coarsened.map(({ field, from, to }) => {
        const words = { field: text.name(field), from: text.words(field, from) };
        return (
          <li key={`${field}${to === null}`}>
            {to === null
              ? t('struck', words)
              : t('change', { ...words, to: text.words(field, to) })}
          </li>
        );
      })}
    </ul>
  );
}

function ClassRow({ review }: { review: CaseReview }) {
  const t = useTranslations('office.signals');
  const { row } = review.class;
  const { rules } = review.content;
  if (!row?.people || !('kCase' in rules)) return null;
  const { people, source, year } = row;
  return <p>{t('classRow', { people, source: source ?? '', year: year ?? 0, k: rules.kCase })}</p>;
}

type CaseDetailsProps = { session: TeamSession; consent: CheckedConsent; review: CaseReview };

/** What a case would say, what was coarsened, its class, and the file itself; folded until wanted. */
export function CaseDetails({ session, consent, review }: CaseDetailsProps) {
  const t = useTranslations('office.signals');
  if (review.content.kind !== 'case') return null;
  return (
    <Panel bare summary={t('details')}>
      <div className={styles.details}>
        <Said signal={review.content.signal} />
        <h3>{t('coarsened')}</h3>
        <Coarsened review={review} />
        <ClassRow review={review} />
        <ConsentAsRecord consent={consent} organisation={session.settings().name} />
        <FilePreview session={session} agreed={review} />
      </div>
    </Panel>
  );
}
