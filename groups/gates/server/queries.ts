import { implement } from '@orpc/server';
import { sql } from 'kysely';
import { selectRows } from '#kernel/db/select.ts';
import { type QueryContext, requireAction } from '#kernel/query/context.ts';
import { actions } from '../contract/access.ts';
import { queries } from '../contract/queries.ts';
import type { GatesDoors } from './doors.ts';
import { flowQueries } from './flow/queries.ts';
import { gateTable, laneTable } from './tables.ts';
import { visitQueries } from './visits/queries.ts';

export function gatesQueries(doors: GatesDoors) {
  const { places } = doors;
  const os = implement(queries).$context<QueryContext>();
  return os.router({
    ...flowQueries(doors),
    ...visitQueries(doors),
    gates: os.gates.handler(async ({ context }) => {
      requireAction(context, actions.see);
      const { tx } = context;
      const gates = await selectRows(tx, gateTable, sql`true order by sort, id`);
      const lanes = await selectRows(tx, laneTable, sql`removed_at is null order by sort, id`);
      const { compounds } = await places.livingPlaces(tx);
      const names = new Map(compounds.map(({ id, name }) => [id, name]));
      return {
        gates: gates.map(({ id, name, compoundId, openFrom, openUntil, closedAt }) => ({
          gateId: id,
          name,
          compoundId,
          compound: names.get(compoundId) ?? '',
          openFrom,
          openUntil,
          closedAt,
          lanes: lanes
            .filter(({ gateId }) => gateId === id)
            .map((lane) => ({ laneId: lane.id, name: lane.name, direction: lane.direction })),
        })),
      };
    }),
  });
}
