import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { GROUPS, type GroupId } from '#core/accounts/contract.ts';
import { text as peopleText } from '#core/accounts/messages/index.ts';
import { DataTable, EmptyFace, ErrorFace, Page } from '#kernel/ui/console/index.ts';
import { useGo, useSearchWords } from '#kernel/ui/navigation.tsx';
import { useMay } from '#kernel/ui/session.ts';
import { useText } from '#kernel/ui/use-text.ts';
import { toLocalInput } from '#kernel/ui/when.ts';
import { rosterPaths, rosterRules } from '../contract.ts';
import { text } from '../messages/index.ts';
import { AssignDrawer } from './assign-drawer.tsx';
import { useDutyColumns } from './duty-columns.tsx';
import { roster } from './queries.ts';

/** Who stands where on a day. `?assign=<member>` opens the form for that person. */
export default function Duties() {
  const t = useText(text);
  const p = useText(peopleText);
  const go = useGo();
  const { assign } = useSearchWords();
  const [day, setDay] = useState(() => toLocalInput(Date.now()).slice(0, 10));
  const [group, setGroup] = useState<GroupId | undefined>();
  const [open, setOpen] = useState(assign !== undefined);
  const may = useMay(rosterRules, 'roster:assign-duty');
  const columns = useDutyColumns(may);
  const from = new Date(`${day}T00:00`).getTime();
  const until = from + 24 * 3_600_000;
  const duties = useQuery({
    ...roster.query.duties.queryOptions({ input: { from, until, ...(group ? { group } : {}) } }),
    enabled: !Number.isNaN(from),
  });
  if (duties.isError) return <ErrorFace error={duties.error} retry={() => void duties.refetch()} />;
  const close = () => {
    setOpen(false);
    if (assign !== undefined) go(rosterPaths.duties, { replace: true });
  };
  return (
    <Page
      title={t('duties')}
      lead={t('duties.lead')}
      actions={
        <Button
          type="primary"
          disabled={!may}
          title={may ? '' : t('duties.not-allowed')}
          onClick={() => setOpen(true)}
        >
          {t('assign.title')}
        </Button>
      }
    >
      <DataTable
        name="roster.duties"
        label={t('duties.table')}
        rows={duties.data?.duties ?? []}
        columns={columns}
        rowKey={(row) => row.id}
        loading={duties.isPending}
        empty={<EmptyFace title={t('duties.empty')} />}
        tools={
          <>
            <Input
              type="date"
              aria-label={t('duties.day')}
              value={day}
              onChange={(event) => setDay(event.target.value)}
              style={{ width: 160 }}
            />
            <Select<GroupId | 'all'>
              aria-label={t('duties.group')}
              value={group ?? 'all'}
              onChange={(value) => setGroup(value === 'all' ? undefined : value)}
              style={{ minWidth: 140 }}
              options={[
                { value: 'all', label: t('duties.all-groups') },
                ...GROUPS.map((value) => ({ value, label: p(`group.${value}`) })),
              ]}
            />
          </>
        }
      />
      <AssignDrawer open={open} memberId={assign ?? null} onClose={close} />
    </Page>
  );
}
