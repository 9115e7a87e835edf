import { implement } from '@orpc/server';
import { ProblemError } from '#kernel/problem/problem.ts';
import { type QueryContext, requireAction } from '#kernel/query/context.ts';
import { queries } from '../contract/queries.ts';
import { actions, problems } from '../contract/rules.ts';
import {
  countDwellings,
  findAddressRules,
  findBuildings,
  findCompounds,
  findDwellingsAround,
  findEntrances,
} from './store.ts';

const os = implement(queries).$context<QueryContext>();

export const placesQueries = os.router({
  tree: os.tree.handler(async ({ context }) => {
    requireAction(context, actions.read);
    const { tx } = context;
    const counts = new Map((await countDwellings(tx)).map((row) => [row.buildingId, row.dwellings]));
    const entrances = groupBy(living(await findEntrances(tx)), (row) => row.buildingId);
    const buildings = groupBy(living(await findBuildings(tx)), (row) => row.compoundId);
    const compounds = living(await findCompounds(tx)).map((compound) => {
      const own = (buildings.get(compound.id) ?? []).map(({ id, label }) => ({
        id,
        label,
        entrances: (entrances.get(id) ?? []).map((entrance) => ({ id: entrance.id, label: entrance.label })),
        dwellings: counts.get(id) ?? 0,
      }));
      const { id, name, addressRuleId } = compound;
      const dwellings = own.reduce((sum, building) => sum + building.dwellings, 0);
      return { id, name, addressRuleId, dwellings, buildings: own };
    });
    return { compounds };
  }),

  building: os.building.handler(async ({ context, input }) => {
    requireAction(context, actions.read);
    const { tx } = context;
    const building = (await findBuildings(tx)).find((row) => row.id === input.buildingId);
    if (!building) throw new ProblemError(problems['building-unknown']);
    const compound = (await findCompounds(tx)).find((row) => row.id === building.compoundId);
    const dwellings = living(await findDwellingsAround(tx, [], [building.id])).sort((a, b) =>
      a.sort < b.sort ? -1 : 1,
    );
    return {
      id: building.id,
      label: building.label,
      compoundId: building.compoundId,
      compound: compound?.name ?? '',
      dwellings: dwellings.map(({ id, entranceId, room, floor }) => ({ id, entranceId, room, floor })),
    };
  }),

  addressRules: os.addressRules.handler(async ({ context }) => {
    requireAction(context, actions.change);
    const rules = await findAddressRules(context.tx);
    return { rules: rules.map(({ id, name, rule }) => ({ id, name, rule: rule as JsonValue })) };
  }),
});

type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

const living = <Row extends { readonly endedAt: number | null }>(rows: readonly Row[]) =>
  rows.filter((row) => row.endedAt === null);

function groupBy<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
