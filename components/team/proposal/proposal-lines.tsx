import { useTranslations } from 'next-intl';
import type { Proposals, Proposed } from '#lib/client/desk/proposals.ts';
import styles from './proposal-lines.module.css';

/** One sentence for where a proposed signal stands. A yes is only called kept once the server has it. */
const sentenceOf = ({ decision, stored }: Proposed) =>
  decision === 'yes' ? (`yes_${stored}` as const) : decision;

/** What was proposed in this chat, and what the person decided; nobody here can change it. */
export function ProposalLines({ proposals }: { proposals: Proposals }) {
  const t = useTranslations('team.desk.signal');
  if (proposals.length === 0) return null;
  return (
    <ul className={styles.lines} aria-label={t('lines')}>
      {proposals.map((one) => (
        <li key={one.proposal.scope}>
          <strong>{t(one.proposal.scope)}</strong>: {t(`decision.${sentenceOf(one)}`)}
        </li>
      ))}
    </ul>
  );
}
