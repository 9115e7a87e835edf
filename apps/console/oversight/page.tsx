import { useQuery } from '@tanstack/react-query';
import type { RefusedCommand } from '#kernel/oversight/contract.ts';
import { type Column, DataTable, ErrorFace, Page } from '#kernel/ui/console/index.ts';
import { kindText } from '#kernel/ui/text.ts';
import { useLanguage, useProblemText, useText } from '#kernel/ui/use-text.ts';
import { text } from './messages/index.ts';
import { oversight, useNames } from './queries.ts';

/** What was not taken, with the reason in plain words. */
export default function Oversight() {
  const t = useText(text);
  const refused = useQuery(oversight.query.refused.queryOptions({ input: { limit: 500 } }));
  if (refused.error) return <ErrorFace error={refused.error} retry={() => void refused.refetch()} />;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Refused rows={refused.data?.commands ?? []} loading={refused.isPending} />
    </Page>
  );
}

function Refused({ rows, loading }: { rows: readonly RefusedCommand[]; loading: boolean }) {
  const t = useText(text);
  const language = useLanguage();
  const say = useProblemText();
  const name = useNames();
  const time = useTime();
  const columns: Column<RefusedCommand>[] = [
    { key: 'what', title: t('what'), value: (row) => kindText(row.kind, language), filter: true },
    { key: 'who', title: t('who'), value: (row) => name(row.actorId), filter: true },
    { key: 'why', title: t('why'), value: (row) => row.problems.map(say).join(' ') },
    { key: 'when', title: t('when'), value: (row) => row.claimedAt, draw: (row) => time(row.claimedAt) },
    {
      key: 'received',
      title: t('received'),
      value: (row) => row.receivedAt,
      draw: (row) => time(row.receivedAt),
    },
  ];
  return (
    <DataTable
      name="oversight.refused"
      label={t('refused')}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.commandId}
      loading={loading}
      empty={t('refused-none')}
    />
  );
}

function useTime(): (at: number) => string {
  const language = useLanguage();
  return (at) =>
    new Date(at).toLocaleString(language, {
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    });
}
