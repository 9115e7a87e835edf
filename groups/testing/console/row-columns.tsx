import { formatCode } from '#core/codes/contract.ts';
import type { Column } from '#kernel/ui/console/index.ts';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { FigureRows, PersonRow, TubeRow } from '../contract/queries.ts';
import { consoleText } from '../messages/console.ts';
import { phoneText } from '../messages/phone.ts';
import { refusalLine, refusalText } from '../messages/refusal.ts';
import { PersonLink, TubeLink } from './history/links.tsx';

type Lanes = ReadonlyMap<string, string>;
type PackingRow = Extract<FigureRows, { of: 'packings' }>['rows'][number];

function useWhen(): (at: number | null) => string {
  const language = useLanguage();
  return (at) => (at === null ? '' : whenText(at, language));
}

export function usePersonColumns(roundId: string, lanes: Lanes): readonly Column<PersonRow>[] {
  const t = useText(consoleText);
  const said = useText(refusalText);
  const when = useWhen();
  const nameOf = (row: PersonRow) => row.name ?? t('rows.unknown-person');
  return [
    { key: 'place', title: t('rows.place'), value: (row) => row.place ?? '' },
    {
      key: 'person',
      title: t('rows.person'),
      value: nameOf,
      draw: (row) => <PersonLink residentId={row.residentId} name={nameOf(row)} />,
    },
    {
      key: 'reason',
      title: t('rows.reason'),
      value: (row) => {
        if (row.refusal) return refusalLine(said, row.refusal);
        return row.reason === null ? '' : t(`excuse.${row.reason}`);
      },
      filter: true,
    },
    { key: 'lane', title: t('rows.lane'), value: (row) => lanes.get(row.laneId ?? '') ?? '', filter: true },
    {
      key: 'tube',
      title: t('rows.tube'),
      value: (row) => (row.tubeCode === null ? '' : formatCode(row.tubeCode)),
      draw: (row) => (row.tubeCode === null ? null : <TubeLink roundId={roundId} code={row.tubeCode} />),
    },
    { key: 'at', title: t('rows.time'), value: (row) => when(row.at ?? row.refusal?.at ?? null) },
    {
      key: 'method',
      title: t('rows.method'),
      value: (row) => (row.method === null ? '' : t(`method.${row.method}`)),
      filter: true,
    },
  ];
}

export function useTubeColumns(roundId: string, lanes: Lanes): readonly Column<TubeRow>[] {
  const t = useText(consoleText);
  const phone = useText(phoneText);
  const when = useWhen();
  return [
    {
      key: 'code',
      title: t('rows.code'),
      value: (row) => formatCode(row.code),
      exported: (row) => row.code,
      draw: (row) => <TubeLink roundId={roundId} code={row.code} />,
    },
    { key: 'lane', title: t('rows.lane'), value: (row) => lanes.get(row.laneId) ?? '', filter: true },
    { key: 'count', title: t('rows.count'), align: 'right', value: (row) => `${row.count} / ${row.ratio}` },
    { key: 'state', title: t('rows.state'), value: (row) => t(`tube-state.${row.state}`), filter: true },
    {
      key: 'reason',
      title: t('rows.close-reason'),
      value: (row) => (row.closeReason === null ? '' : phone(`reason.${row.closeReason}`)),
      filter: true,
    },
    {
      key: 'box',
      title: t('rows.box'),
      value: (row) => (row.boxCode === null ? '' : formatCode(row.boxCode)),
    },
    { key: 'at', title: t('rows.time'), value: (row) => when(row.openedAt) },
  ];
}

export function usePackingColumns(): readonly Column<PackingRow>[] {
  const t = useText(consoleText);
  const when = useWhen();
  return [
    { key: 'code', title: t('rows.code'), value: (row) => formatCode(row.code) },
    { key: 'box', title: t('rows.box'), value: (row) => formatCode(row.boxCode) },
    { key: 'at', title: t('rows.time'), value: (row) => when(row.at) },
  ];
}
