import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { pageStaff } from '#lib/client/team/page-staff.ts';
import { DemoBanner } from './demo-banner.tsx';
import styles from './sign-in.module.css';

type PendingScreenProps = { words: readonly string[]; demo: boolean };

/** A new member waits until a supervisor has heard the same five words. */
export function PendingScreen({ words, demo }: PendingScreenProps) {
  const t = useTranslations('team.pending');
  const [looked, setLooked] = useState(0);
  const look = async () => {
    await pageStaff().look();
    setLooked((before) => before + 1);
  };
  return (
    <>
      {demo ? <DemoBanner /> : null}
      <main id="main" className={styles.screen}>
        <div className={styles.card}>
          <h1>{t('heading')}</h1>
          <p>{t('text')}</p>
          <ol aria-label={t('words')} className={styles.words} translate="no">
            {words.map((word) => (
              <li key={word}>{word}</li>
            ))}
          </ol>
          <p role="status">{looked > 0 ? <span key={looked}>{t('still')}</span> : null}</p>
          <div className={styles.row}>
            <Button look="primary" onClick={() => void look()}>
              {t('again')}
            </Button>
            <Button look="quiet" onClick={() => void pageStaff().signOut()}>
              {t('signOut')}
            </Button>
          </div>
        </div>
      </main>
    </>
  );
}
