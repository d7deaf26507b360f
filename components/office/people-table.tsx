import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DataTable } from '#components/ui/data-table.tsx';
import type { MemberRow } from '#lib/client/office/member-rows.ts';
import { dayText } from '#lib/i18n/day-text.ts';

type PeopleTableProps = {
  members: readonly MemberRow[];
  action: (member: MemberRow) => ReactNode;
};

/** Everybody who was approved once. */
export function PeopleTable({ members, action }: PeopleTableProps) {
  const t = useTranslations('office.people');
  const locale = useLocale();
  const columns = ['name', 'login', 'role', 'status', 'until', 'action'] as const;
  return (
    <DataTable columns={columns} heading={(column) => t(`columns.${column}`)}>
      {members.map((member) => (
        <tr key={member.view.memberId}>
          <th scope="row">
            {member.name}
            {member.isSelf ? ` (${t('you')})` : null}
          </th>
          <td data-label={t('columns.login')}>{member.loginName}</td>
          <td data-label={t('columns.role')}>{t(`role.${member.role}`)}</td>
          <td data-label={t('columns.status')}>{t(`status.${member.status}`)}</td>
          <td data-label={t('columns.until')}>
            {member.until === null ? '–' : dayText(member.until, locale)}
          </td>
          <td>{action(member)}</td>
        </tr>
      ))}
    </DataTable>
  );
}
