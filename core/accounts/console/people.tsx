import { useQuery } from '@tanstack/react-query';
import { Button, Switch } from 'antd';
import { useState } from 'react';
import { DataTable, EmptyFace, ErrorFace, Page } from '#kernel/ui/console/index.ts';
import { useMay } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { accounts } from '../client/queries.ts';
import type { PersonAtWork } from '../contract/queries.ts';
import { accountsRules } from '../contract/rules.ts';
import { text } from '../messages/index.ts';
import { AddDrawer } from './add-drawer.tsx';
import { InvitationList } from './invitation-list.tsx';
import { InviteDrawer } from './invite-drawer.tsx';
import { usePeopleColumns } from './people-columns.tsx';
import { PersonDrawer } from './person-drawer.tsx';

type Open =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'invite' }
  | { readonly kind: 'add' };

/** Who works here, as what, and on which duties; inviting, naming and ending them. */
export default function People() {
  const t = useText(text);
  const [ended, setEnded] = useState(false);
  const [open, setOpen] = useState<Open | null>(null);
  const columns = usePeopleColumns();
  const mayAdd = useMay(accountsRules, 'accounts:add-member');
  const people = useQuery(accounts.query.people.queryOptions({ input: { ended } }));
  const rows: readonly PersonAtWork[] = people.data?.people ?? [];
  const person = open?.kind === 'person' ? rows.find((row) => row.id === open.id) : undefined;
  const close = () => setOpen(null);
  if (people.isError) return <ErrorFace error={people.error} retry={() => void people.refetch()} />;
  return (
    <Page
      title={t('people')}
      lead={t('people.lead')}
      actions={
        <>
          <Button
            disabled={!mayAdd}
            title={mayAdd ? '' : t('people.not-allowed')}
            onClick={() => setOpen({ kind: 'add' })}
          >
            {t('people.add')}
          </Button>
          <Button type="primary" onClick={() => setOpen({ kind: 'invite' })}>
            {t('people.invite')}
          </Button>
        </>
      }
    >
      <DataTable
        name="accounts.people"
        label={t('people.table')}
        rows={rows}
        columns={columns}
        rowKey={(row) => row.id}
        loading={people.isPending}
        onOpen={(row) => setOpen({ kind: 'person', id: row.id })}
        openKey={person?.id ?? null}
        empty={<EmptyFace title={t('people.empty')} />}
        tools={
          <span>
            <Switch checked={ended} onChange={setEnded} aria-label={t('people.show-ended')} size="small" />{' '}
            <span aria-hidden="true">{t('people.show-ended')}</span>
          </span>
        }
      />
      <InvitationList />
      <PersonDrawer person={person} onClose={close} />
      <InviteDrawer open={open?.kind === 'invite'} onClose={close} />
      <AddDrawer open={open?.kind === 'add'} onClose={close} />
    </Page>
  );
}
