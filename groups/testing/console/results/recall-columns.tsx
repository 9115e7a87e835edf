import { formatCode } from '#core/codes/contract.ts';
import { type Column, StateFace } from '#kernel/ui/console/index.ts';
import type { Face } from '#kernel/ui/face.tsx';
import { GoLink } from '#kernel/ui/navigation.tsx';
import { useLanguage, useText } from '#kernel/ui/use-text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { Recalled } from '../../contract/result-queries.ts';
import { resultsText } from '../../messages/results.ts';
import { PersonLink, TubeLink } from '../history/links.tsx';
import { to } from '../paths.ts';

type State = 'held' | 'in-round' | 'released';

const stateOf = ({ releasedAt, followUpId }: Recalled): State =>
  releasedAt !== null ? 'released' : followUpId !== null ? 'in-round' : 'held';

const FACES: Readonly<Record<State, Face>> = { held: 'flagged', 'in-round': 'pending', released: 'done' };

export function useRecallColumns(roundId: string): readonly Column<Recalled>[] {
  const t = useText(resultsText);
  const language = useLanguage();
  const nameOf = (row: Recalled) => row.name ?? t('unknown-person');
  return [
    {
      key: 'building',
      title: t('building'),
      value: (row) => `${row.compound} ${row.building}`,
      filter: true,
    },
    { key: 'room', title: t('room'), value: (row) => row.room },
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
      value: (row) => t(`recall.${stateOf(row)}`),
      draw: (row) => {
        const state = stateOf(row);
        const face = <StateFace face={FACES[state]} word={t(`recall.${state}`)} />;
        return row.followUpId === null ? face : <GoLink to={to.round(row.followUpId)}>{face}</GoLink>;
      },
      filter: true,
    },
  ];
}
