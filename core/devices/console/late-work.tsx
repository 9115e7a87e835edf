import { useQuery } from '@tanstack/react-query';
import { Button, Space } from 'antd';
import { type Column, DataTable, ErrorFace, Section } from '#kernel/ui/console/index.ts';
import { kindText, problemText } from '#kernel/ui/text.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { Finding } from '../contract/commands.ts';
import type { LateWork } from '../contract/queries.ts';
import { text } from '../messages/index.ts';
import { devices as api } from './queries.ts';

/** What came from phones out of use: done and flagged, until somebody has asked its author. */
export function LateWorkList() {
  const t = useText(text);
  const language = useLanguage();
  const late = useQuery(api.query.late.queryOptions());
  if (late.isError) return <ErrorFace error={late.error} retry={() => void late.refetch()} />;
  const rows = late.data?.late ?? [];
  if (rows.length === 0) return null;
  const columns: Column<LateWork>[] = [
    { key: 'who', title: t('who'), value: (row) => row.author ?? t('unknown') },
    { key: 'what', title: t('late-what'), value: (row) => kindText(row.kind, language), filter: true },
    { key: 'when', title: t('late-when'), value: (row) => whenText(row.at, language) },
    { key: 'received', title: t('late-received'), value: (row) => whenText(row.receivedAt, language) },
    {
      key: 'why',
      title: t('late-why'),
      value: (row) => problemText({ code: row.code, details: {} }, language),
    },
    { key: 'settle', title: t('state'), value: () => null, draw: (row) => <Settle row={row} /> },
  ];
  return (
    <Section title={t('late-title')}>
      <p>{t('late-lead')}</p>
      <DataTable
        name="devices.late"
        label={t('late-title')}
        rows={rows}
        columns={columns}
        rowKey={(row) => row.discrepancyId}
        loading={false}
        empty={t('late-none')}
      />
    </Section>
  );
}

function Settle({ row }: { row: LateWork }) {
  const t = useText(text);
  const right = useSubmit(t('late-done'));
  const wrong = useSubmit(t('late-wrong-next'));
  const send = (finding: Finding) =>
    (finding === 'right' ? right : wrong).submit('devices.settle-flag', 1, {
      discrepancyId: row.discrepancyId,
      finding,
    });
  return (
    <Space>
      <Button size="small" loading={right.busy} onClick={() => void send('right')}>
        {t('late-right')}
      </Button>
      <Button size="small" loading={wrong.busy} onClick={() => void send('wrong')}>
        {t('late-wrong')}
      </Button>
    </Space>
  );
}
