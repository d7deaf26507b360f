import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useHelpLanguage } from './help-language.tsx';

type AfterChatProps = {
  /** No chat began, so nothing is done. */
  isRefused: boolean;
  org: string;
  /** Null: nobody had answered, so there is nobody to complain of. */
  counsellor: string | null;
  toStart: RefObject<HTMLButtonElement | null>;
  onLeave: () => void;
};

/** What there is to do once a chat is over. */
export function AfterChat({ isRefused, org, counsellor, toStart, onLeave }: AfterChatProps) {
  const t = useTranslations('chat');
  const { locale } = useHelpLanguage();
  return (
    <>
      <p>
        {t(isRefused ? 'leave' : 'done')} {t('after')}
      </p>
      <Button ref={toStart} look="primary" onClick={onLeave}>
        {t('toStart')}
      </Button>
      {counsellor === null ? null : (
        <Panel summary={t('complaint.open')}>
          <p>{t('complaint.text', { org })}</p>
          <p>
            <TextLink href={`/${locale}/info/complaint`}>{t('complaint.how')}</TextLink>
          </p>
          <p>{t('complaint.leaves')}</p>
        </Panel>
      )}
    </>
  );
}
