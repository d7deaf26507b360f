import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import { dayText } from '#lib/i18n/day-text.ts';
import type { InvitationView } from '#lib/protocol/team/member-events.ts';
import { ConfirmButton } from './confirm-button.tsx';

type OpenLinksProps = {
  links: readonly InvitationView[];
  busy: boolean;
  onWithdraw: (link: InvitationView) => void;
};

const columns = ['role', 'until', 'action'] as const;

/** Links that were made and not used: whoever lost one takes it back. */
export function OpenLinks({ links, busy, onWithdraw }: OpenLinksProps) {
  const t = useTranslations('office');
  const locale = useLocale();
  if (links.length === 0) return null;
  return (
    <>
      <h4>{t('invite.open')}</h4>
      <DataTable
        label={t('invite.open')}
        columns={columns}
        heading={(column) => t(`invite.columns.${column}`)}
      >
        {links.map((link) => {
          const role =
            link.renews === null
              ? t(`people.role.${link.roles === 1 ? 'counsellor' : 'supervisor'}`)
              : t('invite.renews', { name: link.renews });
          const until = dayText(link.expiresDay, locale);
          return (
            <tr key={link.id.join()}>
              <th scope="row">{role}</th>
              <td data-label={t('invite.columns.until')}>{until}</td>
              <td>
                <ConfirmButton
                  label={t('invite.withdraw')}
                  name={t('invite.withdrawOne', { role, until })}
                  question={t('invite.withdrawQuestion')}
                  confirm={t('invite.withdrawNow')}
                  cancel={t('people.cancel')}
                  busy={busy}
                  onConfirm={() => onWithdraw(link)}
                />
              </td>
            </tr>
          );
        })}
      </DataTable>
    </>
  );
}
