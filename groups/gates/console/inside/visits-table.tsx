import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatPlate } from '#core/codes/contract.ts';
import { type Column, DataTable, EmptyFace, ErrorFace, StateFace } from '#kernel/ui/console/index.ts';
import { useNow } from '#kernel/ui/use-now.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { InsideVisit } from '../../contract/visit-queries.ts';
import { insideText } from '../../messages/inside.ts';
import { spanText } from '../../messages/span-text.ts';
import { visitWords } from '../../messages/visit-words.ts';
import { gates } from './client.ts';
import { LateSwitch } from './late-switch.tsx';
import { VisitDrawer } from './visit-drawer.tsx';

/** Who came in and has not left; a row opens what can be done about it. */
export function VisitsTable({ onlyLate }: { onlyLate: boolean }) {
  const t = useText(insideText);
  const { data, error, refetch, isPending } = useQuery(gates.query.visitsInside.queryOptions());
  const [opened, setOpened] = useState<string | null>(null);
  const columns = useColumns();
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  const rows = (data?.visits ?? []).filter(({ late }) => late || !onlyLate);
  return (
    <>
      <DataTable
        name="gates.inside.visits"
        label={t('show.visits')}
        rows={rows}
        columns={columns}
        rowKey={(row) => row.id}
        loading={isPending}
        onOpen={(row) => setOpened(row.id)}
        openKey={opened}
        tools={<LateSwitch show="visits" onlyLate={onlyLate} />}
        exportAs={t('show.visits')}
        empty={<EmptyFace title={t('visits.none')} />}
      />
      <VisitDrawer visit={rows.find(({ id }) => id === opened) ?? null} onClose={() => setOpened(null)} />
    </>
  );
}

function useColumns(): readonly Column<InsideVisit>[] {
  const t = useText(insideText);
  const words = useText(visitWords);
  const language = useLanguage();
  const now = useNow(60_000);
  const over = (row: InsideVisit) => (row.late ? spanText(words, now - row.expectedUntil) : '');
  return [
    { key: 'kind', title: t('kind'), value: (row) => words(`kind.${row.kind}`), filter: true },
    { key: 'place', title: t('place'), value: (row) => row.place },
    { key: 'room', title: t('room'), value: (row) => row.room },
    { key: 'people', title: t('people'), value: (row) => row.people, align: 'right' },
    { key: 'name', title: t('name'), value: (row) => row.name ?? '' },
    { key: 'phone', title: t('phone-tail'), value: (row) => row.phoneTail ?? '' },
    { key: 'plate', title: t('plate'), value: (row) => (row.plate === null ? '' : formatPlate(row.plate)) },
    { key: 'gate', title: t('gate'), value: (row) => row.gate, filter: true },
    { key: 'entered', title: t('entered'), value: (row) => whenText(row.enteredAt, language) },
    { key: 'until', title: t('until'), value: (row) => whenText(row.expectedUntil, language) },
    {
      key: 'late',
      title: t('late'),
      value: over,
      draw: (row) => (row.late ? <StateFace face="late" word={over(row)} /> : ''),
    },
  ];
}
