import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import {
  type queries as peopleQueries,
  rules as peopleRules,
  type RegisterFilter,
} from '#core/people/contract.ts';
import { ErrorFace, LoadingFace } from '#kernel/ui/console/index.ts';
import { moduleClient } from '#kernel/ui/query.ts';
import type { ScreenProps } from '#kernel/ui/screen.ts';
import { requireSession, useMay } from '#kernel/ui/session.ts';
import { toLocalInput } from '#kernel/ui/when.ts';
import type { queries as testingQueries } from '../../contract/queries.ts';
import type { Scope } from '../../contract/rows.ts';
import { to } from '../paths.ts';
import type { DeskBuilding, DeskPerson } from './desk-data.ts';
import { PrintDesk } from './print-desk.tsx';

const testing = moduleClient<typeof testingQueries>('testing');
const people = moduleClient<typeof peopleQueries>('people');

/** What a round needs on paper. */
export default function PrintScreen({ params }: ScreenProps) {
  const input = { roundId: params.roundId ?? '' };
  const plan = useQuery(testing.query.plan.queryOptions({ input }));
  const cards = useQuery(testing.query.cards.queryOptions({ input }));
  const mayName = useMay(peopleRules, 'people:read-register');
  const { areaId, areaName } = requireSession();
  /** The clock on the paper stands while the desk is open, so that one print is one print. */
  const [when] = useState(() => toLocalInput(Date.now()).replace('T', ' '));
  const list = useMemo(() => cards.data?.people.map((p) => ({ ...p, fullName: null })) ?? null, [cards.data]);

  const failed = plan.error ?? cards.error;
  if (failed) {
    return <ErrorFace error={failed} retry={() => void Promise.all([plan.refetch(), cards.refetch()])} />;
  }
  if (!plan.data) return <LoadingFace />;
  const { round, scope, sites, tubeSeries } = plan.data;
  return (
    <PrintDesk
      areaId={areaId}
      areaName={areaName}
      round={{ name: round.name, poolRatio: round.poolRatio, tubeSeries, sites, day: when.slice(0, 10) }}
      buildings={buildingsOf(list ?? [])}
      people={list}
      names={{ may: mayName, load: () => loadNames(scope, list ?? []) }}
      when={when}
      trail={[{ title: round.name, to: to.round(round.id) }]}
    />
  );
}

/** Buildings of the list in address order. */
function buildingsOf(list: readonly DeskPerson[]): DeskBuilding[] {
  const compounds = new Set(list.map((p) => p.compound));
  const labels = new Map<string, string>();
  for (const p of list) {
    if (!labels.has(p.buildingId)) {
      labels.set(p.buildingId, compounds.size > 1 ? `${p.compound} ${p.building}` : p.building);
    }
  }
  return [...labels].map(([id, label]) => ({ id, label }));
}

/** The register is asked by places; people in the scope by zone or by name are found with their buildings. */
function filtersOf(scope: Scope, list: readonly DeskPerson[]): readonly RegisterFilter[] {
  const { compoundIds, buildingIds, entranceIds, zones, residentIds } = scope;
  if (entranceIds.length + zones.length + residentIds.length > 0) {
    return [...new Set(list.map((p) => p.buildingId))].map((buildingId) => ({ buildingId }));
  }
  return [
    ...compoundIds.map((compoundId) => ({ compoundId })),
    ...buildingIds.map((buildingId) => ({ buildingId })),
  ];
}

const PAGE = 500;

/** Names from the register, which checks that the reader may. */
async function loadNames(scope: Scope, list: readonly DeskPerson[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  const filters = filtersOf(scope, list);
  for (const filter of filters) {
    for (let offset = 0, total = 1; offset < total; offset += PAGE) {
      const page = await people.call.registerList({
        filter,
        sort: 'address',
        descending: false,
        offset,
        limit: PAGE,
      });
      total = page.total;
      for (const row of page.rows) names.set(row.id, row.name);
    }
  }
  return names;
}
