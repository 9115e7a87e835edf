import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import {
  type Column,
  DataTable,
  EmptyFace,
  ErrorFace,
  Section,
  StateFace,
} from '#kernel/ui/console/index.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { accounts } from '../client/queries.ts';
import type { InvitationRow } from '../contract/queries.ts';
import { text } from '../messages/index.ts';
import { Taker } from './taker.tsx';

type State = 'open' | 'used' | 'expired' | 'revoked';

export function invitationState(row: InvitationRow, now: number): State {
  if (row.usedAt !== null) return 'used';
  if (row.revokedAt !== null) return 'revoked';
  return row.expiresAt <= now ? 'expired' : 'open';
}

const FACES = { open: 'pending', used: 'done', expired: 'late', revoked: 'refused' } as const;

/** Invitations given out and what became of them. */
export function InvitationList() {
  const t = useText(text);
  const language = useLanguage();
  const list = useQuery(accounts.query.invitations.queryOptions());
  const { submit, busy } = useSubmit(t('invite.revoke-done'));
  const now = Date.now();
  const state = (row: InvitationRow) => t(`invite.${invitationState(row, now)}`);
  const columns: readonly Column<InvitationRow>[] = [
    { key: 'name', title: t('people.name'), value: (row) => row.name ?? '—' },
    { key: 'role', title: t('people.role'), value: (row) => t(`role.${row.role}`), filter: true },
    {
      key: 'group',
      title: t('people.group'),
      value: (row) => t(`group.${row.group ?? 'none'}`),
      filter: true,
    },
    {
      key: 'phone',
      title: t('people.phone'),
      value: (row) => (row.phoneEnd === null ? '' : t('invite.for-phone', { end: row.phoneEnd })),
    },
    {
      key: 'taker',
      title: t('invite.taker'),
      value: (row) => row.usedByName,
      draw: (row) => <Taker row={row} />,
    },
    { key: 'expires', title: t('invite.expires'), value: (row) => whenText(row.expiresAt, language) },
    {
      key: 'state',
      title: t('invite.state'),
      value: state,
      draw: (row) => <StateFace face={FACES[invitationState(row, now)]} word={state(row)} />,
      filter: true,
    },
    {
      key: 'revoke',
      title: t('invite.revoke'),
      value: () => null,
      draw: (row) =>
        invitationState(row, now) === 'open' ? (
          <Button
            size="small"
            loading={busy}
            onClick={() => void submit('accounts.revoke-invitation', 1, { invitationId: row.id })}
          >
            {t('invite.revoke')}
          </Button>
        ) : null,
    },
  ];
  if (list.isError) return <ErrorFace error={list.error} retry={() => void list.refetch()} />;
  return (
    <Section title={t('invite.list')}>
      <DataTable
        name="accounts.invitations"
        label={t('invite.list')}
        rows={list.data?.invitations ?? []}
        columns={columns}
        rowKey={(row) => row.id}
        loading={list.isPending}
        empty={<EmptyFace title={t('invite.none')} />}
        pageSize={20}
      />
    </Section>
  );
}
