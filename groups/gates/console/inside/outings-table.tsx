import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Popconfirm } from 'antd';
import { type Column, DataTable, EmptyFace, ErrorFace, StateFace } from '#kernel/ui/console/index.ts';
import { newId } from '#kernel/ui/submit.ts';
import { useNow } from '#kernel/ui/use-now.ts';
import { useSubmit } from '#kernel/ui/use-submit.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import { MOST_OUT, type OutResident } from '../../contract/visit-queries.ts';
import { insideText } from '../../messages/inside.ts';
import { spanText } from '../../messages/span-text.ts';
import { visitWords } from '../../messages/visit-words.ts';
import { gates } from './client.ts';
import { LateSwitch } from './late-switch.tsx';

/** Residents who are out, the longest first. */
export function OutingsTable({ onlyLate }: { onlyLate: boolean }) {
  const t = useText(insideText);
  const { data, error, refetch, isPending } = useQuery(gates.query.outings.queryOptions());
  const columns = useColumns();
  if (error) return <ErrorFace error={error} retry={() => void refetch()} />;
  return (
    <>
      {data && data.total > MOST_OUT ? (
        <Alert type="info" title={t('too-many', { count: MOST_OUT })} />
      ) : null}
      <DataTable
        name="gates.inside.out"
        label={t('show.out')}
        rows={(data?.people ?? []).filter(({ late }) => late || !onlyLate)}
        columns={columns}
        rowKey={(row) => row.residentId}
        loading={isPending}
        tools={<LateSwitch show="out" onlyLate={onlyLate} />}
        exportAs={t('show.out')}
        empty={<EmptyFace title={t('outings.none')} />}
      />
    </>
  );
}

function useColumns(): readonly Column<OutResident>[] {
  const t = useText(insideText);
  const words = useText(visitWords);
  const language = useLanguage();
  const now = useNow(60_000);
  const out = (row: OutResident) => spanText(words, now - row.since);
  return [
    { key: 'place', title: t('building'), value: (row) => row.place, filter: true },
    { key: 'room', title: t('room'), value: (row) => row.room },
    { key: 'name', title: t('name'), value: (row) => row.name },
    { key: 'gate', title: t('gate'), value: (row) => row.gate, filter: true },
    { key: 'since', title: t('since'), value: (row) => whenText(row.since, language) },
    {
      key: 'late',
      title: t('out-for'),
      value: out,
      draw: (row) => (row.late ? <StateFace face="late" word={out(row)} /> : out(row)),
    },
    { key: 'home', title: t('deed'), value: () => null, draw: (row) => <HomeButton person={row} /> },
  ];
}

/** Came back past a gate that did not write it down: asked first, then noted as a return. */
function HomeButton({ person }: { person: OutResident }) {
  const t = useText(insideText);
  const { submit, busy } = useSubmit(t('home.done'));
  const { residentId, householdId, gateId } = person;
  const home = () =>
    submit('gates.record-passage', 1, {
      ...{ passageId: newId(), gateId, laneId: null, direction: 'in', subject: 'resident' },
      ...{ residentId, householdId, passId: null, visitId: null, photo: null, reason: null },
      ...{ outcome: 'allowed', rule: 'returning', note: t('home.note') },
    });
  return (
    <Popconfirm title={t('home.ask')} onConfirm={() => void home()}>
      <Button size="small" loading={busy}>
        {t('home')}
      </Button>
    </Popconfirm>
  );
}
