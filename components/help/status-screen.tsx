'use client';

import { useTranslations } from 'next-intl';
import { PageFrame } from '#components/ui/page-frame.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { CannotCall } from './cannot-call.tsx';
import { DangerLine } from './danger-line.tsx';
import { useHelpLanguage } from './help-language.tsx';
import styles from './home-screen.module.css';

/** Where a page is not there, or could not be made: what to do next, and 112 as everywhere. */
export function StatusScreen({ status }: { status: 'not-found' | 'error' }) {
  const { locale } = useHelpLanguage();
  const t = useTranslations('help');
  const isError = status === 'error';
  return (
    <PageFrame>
      <div className={styles.danger}>
        <DangerLine />
        <CannotCall country={null} onDanger={null} hasChat={false} bare />
      </div>
      <div className={styles.intro}>
        <h1>{isError ? t('error.heading') : t('notFound.heading')}</h1>
        <p>{isError ? t('error.text') : t('notFound.text')}</p>
        <p>
          {/* An empty address is this page again, without script too. */}
          <TextLink href={isError ? '' : `/${locale}`}>
            {isError ? t('error.again') : t('notFound.home')}
          </TextLink>
        </p>
      </div>
    </PageFrame>
  );
}
