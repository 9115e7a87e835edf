import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { DataTable, EmptyFace, ErrorFace, Page } from '#kernel/ui/console/index.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { useText } from '#kernel/ui/use-text.ts';
import type { Recalled } from '../../contract/result-queries.ts';
import { resultsText } from '../../messages/results.ts';
import { testing } from '../client.ts';
import { FollowUpButton } from '../follow-up/follow-up-button.tsx';
import { MadeRounds } from '../follow-up/made-rounds.tsx';
import { usePrintMissed } from '../missed/use-print-missed.ts';
import { to } from '../paths.ts';
import { useRecallColumns } from './recall-columns.tsx';

const keyOf = (row: Recalled): string => `${row.residentId ?? row.at}${row.tubeCode}`;

/** Each person once, however many tubes recall him or her. */
function peopleOf(rows: readonly Recalled[]): Map<string, Recalled> {
  return new Map(rows.flatMap((row) => (row.residentId === null ? [] : [[row.residentId, row] as const])));
}

/** Who has to be sampled again singly, in walking order; who has been released since; one round made of them. */
export default function RecallScreen({ params }: ScreenProps) {
  const t = useText(resultsText);
  const { roundId = '' } = params;
  const { data, error, refetch, isPending } = useQuery(
    testing.query.recall.queryOptions({ input: { roundId } }),
  );
  const columns = useRecallColumns(roundId);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const print = usePrintMissed(data?.round ?? '', t('recall-list'));
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  const rows = data?.people ?? [];
  const selected = rows.filter((row) => chosen.includes(keyOf(row)));
  const held = peopleOf(
    (selected.length > 0 ? selected : rows).filter(({ releasedAt }) => releasedAt === null),
  );
  const waiting = [...held].flatMap(([id, row]) => (row.followUpId === null ? [id] : []));
  return (
    <Page
      title={t('recall')}
      lead={t('recall-lead', { held: peopleOf(rows.filter(({ releasedAt }) => releasedAt === null)).size })}
      trail={[
        { title: t('rounds'), to: to.rounds() },
        { title: data?.round ?? '', to: to.round(roundId) },
        { title: t('title'), to: to.results(roundId) },
      ]}
      actions={
        <>
          <Button disabled={held.size === 0} onClick={() => void print(printed(held))}>
            {t('recall-print')}
          </Button>
          <FollowUpButton ofRoundId={roundId} purpose="recall" residentIds={waiting} />
        </>
      }
    >
      <MadeRounds roundId={roundId} purpose="recall" />
      <DataTable
        name="testing.recall"
        label={t('recall')}
        rows={rows}
        columns={columns}
        rowKey={keyOf}
        loading={isPending}
        selection={{ keys: chosen, onChange: setChosen, label: (row) => `${row.place} ${row.name ?? ''}` }}
        exportAs={t('recall')}
        empty={<EmptyFace title={t('recall-none')} />}
      />
    </Page>
  );
}

const printed = (people: ReadonlyMap<string, Recalled>) =>
  [...people].map(([residentId, row]) => ({ ...row, residentId, name: row.name ?? '' }));
