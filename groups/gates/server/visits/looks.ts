import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import type { LookSource, PeopleReader } from '#core/people/contract.ts';
import { can } from '#kernel/access/access.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectRows } from '#kernel/db/select.ts';
import type { Host } from '#kernel/host.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { queryProblems } from '#kernel/query/context.ts';
import { translator } from '#kernel/ui/text.ts';
import { actions } from '../../contract/access.ts';
import { problems } from '../../contract/problems.ts';
import type { InsideLook } from '../../contract/visit-look.ts';
import type { FullInside } from '../../contract/visit-queries.ts';
import { evacuationText } from '../../messages/evacuation.ts';
import type { GatesDoors } from '../doors.ts';
import { namesInside } from './names-inside.ts';
import { lookTable } from './tables.ts';

/** How long a look opens what it was made for. */
const OPEN_MS = 30 * 60_000;

const params = z.object({ areaId: z.uuid(), lookId: z.uuid() });

/** What a look opened, in full: for whoever made it, behind the second factor, for half an hour. */
export function lookRoutes(app: FastifyInstance, host: Host, doors: GatesDoors): void {
  app.get('/api/areas/:areaId/gates/looks/:lookId/inside', async (request, reply) => {
    const by = await host.whoAsks(request);
    const now = host.clock.now();
    if (!can(host.rules, by.actor, actions.oversee, now)) {
      throw new ProblemError(queryProblems['not-allowed'], { action: actions.oversee });
    }
    const asked = params.safeParse(request.params);
    if (!asked.success) throw new ProblemError(problems['look-unknown']);
    await host.requireStepUp(request);
    const names = await host.read(by.areaId, async (tx): Promise<FullInside> => {
      const look = await openLook(tx, asked.data.lookId, by.actor.id, now);
      return { names: await namesInside(tx, doors, look.buildingId) };
    });
    return reply.header('cache-control', 'no-store').send(names);
  });
}

/** @throws `gates.look-unknown` also to anybody else, so that ids tell nothing; `gates.look-expired` */
async function openLook(tx: AreaTx, lookId: string, actorId: string, now: number): Promise<InsideLook> {
  const [look] = await selectRows(tx, lookTable, sql`id = ${lookId}`);
  if (look?.by !== actorId) throw new ProblemError(problems['look-unknown']);
  if (now - look.at > OPEN_MS) throw new ProblemError(problems['look-expired']);
  return look;
}

interface LookRow {
  readonly id: string;
  readonly at: number;
  readonly by: string;
  readonly reason: string;
  readonly buildingId: string;
  readonly building: string;
  readonly people: number | null;
}

/** Looks at everybody inside a building, for the register's looked-at list. @param people of core/people */
export const gatesLooks = (people: Pick<PeopleReader, 'countsByBuilding'>): LookSource => ({
  async looks(tx, { before, limit, actorId = null }, language) {
    const t = translator(evacuationText, language);
    const { rows } = await sql<LookRow>`
      select k.id, k.at, k.by, k.reason, k.building_id, k.people,
        concat_ws(' ', c.name, b.label) as building
      from gates.look k
      left join places.building b on b.area_id = k.area_id and b.id = k.building_id
      left join places.compound c on c.area_id = b.area_id and c.id = b.compound_id
      where k.area_id = ${tx.areaId}
        and (${before}::float8 is null or k.at < to_timestamp(${before}::float8 / 1000e0))
        and (${actorId}::text is null or k.by = ${actorId})
      order by k.at desc, k.id desc limit ${limit}`.execute(tx.db);
    const uncounted = rows.filter(({ people: counted }) => counted === null);
    const buildingIds = [...new Set(uncounted.map(({ buildingId }) => buildingId))];
    // Of looks made before their count was kept: those who live there now.
    const counts = await people.countsByBuilding(tx, { compoundIds: [], buildingIds });
    return rows.map(({ id, at, by, reason, building, buildingId, people: counted }) => {
      const { present, away } = counts.get(buildingId) ?? { present: 0, away: 0 };
      const [whom, what] = [t('look.whom', { building }), t('look.what')];
      return { id, at, reason, actorId: by, people: counted ?? present + away, whom, what };
    });
  },
});
