import { useTranslations } from 'next-intl';
import type { Invitation } from '#lib/client/enrol/use-invitation.ts';
import styles from './enrol.module.css';
import { StepFrame } from './step-frame.tsx';

/** While a link is looked at, and when it is no good. */
export function BadLink({ invitation }: { invitation: Exclude<Invitation, { kind: 'good' }> }) {
  const t = useTranslations('enrol');
  if (invitation.kind === 'checking') {
    return (
      <main id="main" className={styles.main}>
        <p role="status">{t('checking')}</p>
      </main>
    );
  }
  const isBad = invitation.kind === 'bad';
  return (
    <StepFrame heading={t('badLink.heading')} step={null}>
      <p>{isBad ? t('badLink.text') : t('badLink.unavailable')}</p>
    </StepFrame>
  );
}
