import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './enrol.module.css';

type StepFrameProps = {
  heading: string;
  /** Where we are; null before the first step and after the last. */
  step: { number: number; total: number } | null;
  intro?: string | undefined;
  children: ReactNode;
};

/** One thing at a time. The heading takes focus, so that a screen reader begins there. */
export function StepFrame({ heading, step, intro, children }: StepFrameProps) {
  const t = useTranslations('enrol');
  const title = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus moves when another step is shown
  useEffect(() => title.current?.focus(), [heading]);
  return (
    <main id="main" className={`${styles.main} ${styles.wide}`}>
      <div className={`${styles.screenOnly} ${styles.head}`}>
        {step ? <p className={styles.step}>{t('step', step)}</p> : null}
        <h1 ref={title} tabIndex={-1}>
          {heading}
        </h1>
        {intro ? <p>{intro}</p> : null}
      </div>
      {children}
    </main>
  );
}
