import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { type Column, DataTable, EmptyFace, ErrorFace, Page, StateFace } from '#kernel/ui/console/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { problemText } from '#kernel/ui/text.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { DiscrepancyView } from '../contract/queries.ts';
import { consoleText } from '../messages/console.ts';
import { testing } from './client.ts';
import { useResolutionText } from './history/change-text.ts';
import { PersonLink, SaidOfTube } from './history/links.tsx';
import { to } from './paths.ts';
import { SettleDrawer } from './settle-drawer.tsx';
import { useSideText } from './side-text.ts';
import './testing.css';

/** What contradicts, both sides in plain words; a leader settles each. */
export default function Discrepancies({ params }: ScreenProps) {
  const t = useText(consoleText);
  const { roundId = '' } = params;
  const [open, setOpen] = useState(true);
  const [chosen, setChosen] = useState<DiscrepancyView | null>(null);
  const columns = useColumns(roundId);
  const { data, error, refetch, isPending } = useQuery(
    testing.query.discrepancies.queryOptions({ input: { roundId, open } }),
  );
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  return (
    <Page
      title={t('discrepancies')}
      lead={t('discrepancies.lead')}
      trail={[
        { title: t('rounds'), to: to.rounds() },
        { title: t('board'), to: to.round(roundId) },
      ]}
    >
      <DataTable
        name="testing.discrepancies"
        label={t('discrepancies')}
        rows={data?.discrepancies ?? []}
        columns={columns}
        rowKey={(row) => row.id}
        loading={isPending}
        exportAs={t('discrepancies')}
        onOpen={setChosen}
        openKey={chosen?.id ?? null}
        empty={<EmptyFace title={t('discrepancies.none')} />}
        tools={
          <Segmented
            aria-label={t('rounds.state')}
            value={open ? 'open' : 'settled'}
            onChange={(value) => setOpen(value === 'open')}
            options={[
              { value: 'open', label: t('discrepancies.open') },
              { value: 'settled', label: t('discrepancies.settled') },
            ]}
          />
        }
      />
      <SettleDrawer roundId={roundId} discrepancy={chosen} onClose={() => setChosen(null)} />
    </Page>
  );
}

function useColumns(roundId: string): readonly Column<DiscrepancyView>[] {
  const t = useText(consoleText);
  const language = useLanguage();
  const sideText = useSideText();
  const resolved = useResolutionText();
  const whoOf = (row: DiscrepancyView) => [row.person?.place, row.person?.name].filter(Boolean).join(' ');
  return [
    {
      key: 'what',
      title: t('discrepancies.what'),
      value: (row) => problemText(row, language),
      draw: (row) => (
        <StateFace face={row.settledAt === null ? 'flagged' : 'done'} word={problemText(row, language)} />
      ),
    },
    {
      key: 'who',
      title: t('discrepancies.who'),
      value: whoOf,
      draw: (row) => <PersonLink residentId={row.person?.residentId ?? null} name={whoOf(row)} />,
    },
    {
      key: 'sides',
      title: t('discrepancies.sides'),
      value: (row) => row.sides.map(sideText).join('\n'),
      draw: (row) => (
        <ol className="testing-sides">
          {row.sides.map((side) => (
            <li key={`${side.sampleId}${side.tubeId}${side.packingId}`}>
              <SaidOfTube roundId={roundId} code={side.tubeCode} said={sideText(side)} />
            </li>
          ))}
        </ol>
      ),
    },
    {
      key: 'raised',
      title: t('discrepancies.raised'),
      value: (row) => whenText(row.raisedAt, language),
    },
    {
      key: 'resolution',
      title: t('discrepancies.settled'),
      value: (row) => [resolved(row.resolution), row.note].filter(Boolean).join(' · '),
    },
  ];
}
