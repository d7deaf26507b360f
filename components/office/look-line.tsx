import { useTranslations } from 'next-intl';
import { LookRequests } from '#components/ui/look-requests.tsx';
import type { Looks } from '#lib/client/team/use-looks.ts';

/** Counsellors who ask the supervisor for a second look. */
export function LookLine({ asked, failed, onConfirm, onDismiss }: Looks) {
  const t = useTranslations('office.look');
  return (
    <LookRequests
      asked={asked}
      trouble={failed ? t('failed') : null}
      words={{
        question: (name) => t('question', { name }),
        confirm: t('confirm'),
        dismiss: t('dismiss'),
      }}
      onConfirm={onConfirm}
      onDismiss={onDismiss}
    />
  );
}
