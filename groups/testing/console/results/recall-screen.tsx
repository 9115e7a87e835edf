import { useQuery } from '@tanstack/react-query';
import { formatCode } from '#core/codes/contract.ts';
import { type Column, DataTable, EmptyFace, ErrorFace, Page, StateFace } from '#kernel/ui/console/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { Recalled } from '../../contract/result-queries.ts';
import { resultsText } from '../../messages/results.ts';
import { testing } from '../client.ts';
import { PersonLink, TubeLink } from '../history/links.tsx';
import { to } from '../paths.ts';

/** Who has to be sampled again singly, in walking order; who has been released since. */
export default function RecallScreen({ params }: ScreenProps) {
  const t = useText(resultsText);
  const language = useLanguage();
  const { roundId = '' } = params;
  const { data, error, refetch, isPending } = useQuery(
    testing.query.recall.queryOptions({ input: { roundId } }),
  );
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  const held = data?.people.filter((person) => person.releasedAt === null).length ?? 0;
  const nameOf = (row: Recalled) => row.name ?? t('unknown-person');
  const columns: readonly Column<Recalled>[] = [
    { key: 'place', title: t('place'), value: (row) => row.place },
    {
      key: 'name',
      title: t('name'),
      value: nameOf,
      draw: (row) => <PersonLink residentId={row.residentId} name={nameOf(row)} />,
    },
    {
      key: 'tube',
      title: t('tube'),
      value: (row) => formatCode(row.tubeCode),
      draw: (row) => <TubeLink roundId={roundId} code={row.tubeCode} />,
    },
    { key: 'outcome', title: t('outcome'), value: (row) => t(`outcome.${row.outcome}`), filter: true },
    { key: 'at', title: t('sampled'), value: (row) => whenText(row.at, language) },
    {
      key: 'state',
      title: t('state'),
      value: (row) => t(row.releasedAt === null ? 'held' : 'released'),
      draw: (row) => (
        <StateFace
          face={row.releasedAt === null ? 'flagged' : 'done'}
          word={t(row.releasedAt === null ? 'held' : 'released')}
        />
      ),
      filter: true,
    },
  ];
  return (
    <Page
      title={t('recall')}
      lead={t('recall-lead', { held })}
      trail={[
        { title: t('rounds'), to: to.rounds() },
        { title: t('title'), to: to.results(roundId) },
      ]}
    >
      <DataTable
        name="testing.recall"
        label={t('recall')}
        rows={data?.people ?? []}
        columns={columns}
        rowKey={(row) => `${row.residentId ?? row.at}${row.tubeCode}`}
        loading={isPending}
        exportAs={t('recall')}
        empty={<EmptyFace title={t('recall-none')} />}
      />
    </Page>
  );
}
