import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectRows } from '#kernel/db/select.ts';
import { findFiles } from '#kernel/files/server/store.ts';
import type { OpenSite, SetUpCheckView, SetUpSite } from '../../contract/set-up-queries.ts';
import type { SetUpCheck, SetUpPoint } from '../../contract/set-up-rows.ts';
import { type EarlierSite, proposeFor } from '../../domain/set-up/propose.ts';
import { inOrder, stateOf } from '../../domain/set-up/standing.ts';
import type { MemberNames } from '../doors.ts';
import { getRound, sitesOf } from '../store-rounds.ts';
import { setUpCheckTable, setUpPointTable } from './tables.ts';

const livingPoints = (tx: AreaTx, roundId: string): Promise<SetUpPoint[]> =>
  selectRows(tx, setUpPointTable, sql`round_id = ${roundId} and removed_at is null order by sort, id`);

const livingSites = async (tx: AreaTx, roundId: string) =>
  (await sitesOf(tx, roundId)).filter(({ removedAt }) => removedAt === null);

async function checksByPoint(tx: AreaTx, roundId: string): Promise<ReadonlyMap<string, SetUpCheck[]>> {
  const byPoint = new Map<string, SetUpCheck[]>();
  for (const check of await selectRows(tx, setUpCheckTable, sql`round_id = ${roundId}`)) {
    byPoint.set(check.pointId, [...(byPoint.get(check.pointId) ?? []), check]);
  }
  return byPoint;
}

/** Every site with its list, or with the list proposed for it. */
export async function readSetUp(
  tx: AreaTx,
  members: MemberNames,
  roundId: string,
): Promise<{ sites: SetUpSite[]; photosComing: number }> {
  const round = await getRound(tx, roundId);
  const sites = await livingSites(tx, roundId);
  const points = await livingPoints(tx, roundId);
  const checks = await checksByPoint(tx, roundId);
  const views = await checkViews(tx, members, [...checks.values()].flat());
  const listed = new Set(points.map(({ siteId }) => siteId));
  const earlier = sites.every(({ id }) => listed.has(id)) ? null : await earlierRound(tx, round);
  const viewed = sites.map(({ id: siteId, name }, place): SetUpSite => {
    const own = points.filter((point) => point.siteId === siteId);
    const proposed = proposeFor({ name, place }, earlier?.sites ?? []);
    return {
      siteId,
      name,
      points: own.map((point) => ({
        pointId: point.id,
        ...plannedOf(point),
        state: stateOf(point, checks.get(point.id) ?? []),
        checks: inOrder(checks.get(point.id) ?? [])
          .reverse()
          .flatMap(({ id }) => views.get(id) ?? []),
      })),
      proposal: own.length > 0 ? [] : proposed.points.map(plannedOf),
      proposedBy: own.length === 0 && proposed.carried ? (earlier?.name ?? null) : null,
    };
  });
  const photosComing = [...views.values()].filter(({ photo }) => photo?.state === 'coming').length;
  return { sites: viewed, photosComing };
}

/** Sites that have a list, with how much of it is open. */
export async function readOpenPoints(tx: AreaTx, roundId: string): Promise<OpenSite[]> {
  const points = await livingPoints(tx, roundId);
  if (points.length === 0) return [];
  const checks = await checksByPoint(tx, roundId);
  return (await livingSites(tx, roundId)).flatMap(({ id: siteId, name }): OpenSite[] => {
    const own = points.filter((point) => point.siteId === siteId);
    const open = own.filter((point) => stateOf(point, checks.get(point.id) ?? []) === 'open').length;
    return own.length === 0 ? [] : [{ siteId, name, open, points: own.length }];
  });
}

const plannedOf = ({
  part,
  standard,
  name,
  wantsPhoto,
}: Omit<SetUpPoint, 'id'> | SetUpSite['proposal'][number]) => ({
  part,
  standard,
  name,
  wantsPhoto,
});

async function checkViews(
  tx: AreaTx,
  members: MemberNames,
  checks: readonly SetUpCheck[],
): Promise<ReadonlyMap<string, SetUpCheckView>> {
  const names = await members.names(tx, [...new Set(checks.map(({ by }) => by))]);
  const fileIds = checks.flatMap(({ fileId }) => fileId ?? []);
  const files = new Map((await findFiles(tx, fileIds)).map((file) => [file.id, file]));
  const photoOf = (fileId: string | null): SetUpCheckView['photo'] => {
    if (fileId === null) return null;
    const file = files.get(fileId);
    return { fileId, state: !file ? 'gone' : file.receivedAt === null ? 'coming' : 'here' };
  };
  return new Map(
    checks.map(({ id, outcome, note, at, by, fileId }) => [
      id,
      { checkId: id, outcome, note, at, byName: names.get(by) ?? null, photo: photoOf(fileId) },
    ]),
  );
}

/** The latest round before this one whose sites had lists. */
async function earlierRound(
  tx: AreaTx,
  round: { readonly id: string; readonly createdAt: number },
): Promise<{ readonly name: string; readonly sites: readonly EarlierSite[] } | null> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from testing.round r
    where area_id = ${tx.areaId} and id <> ${round.id} and created_at <= ${new Date(round.createdAt)}
      and exists (select from testing.set_up_point p
        where p.area_id = r.area_id and p.round_id = r.id and p.removed_at is null)
    order by created_at desc limit 1`.execute(tx.db);
  const [found] = rows;
  if (!found) return null;
  const points = await livingPoints(tx, found.id);
  const sites = await livingSites(tx, found.id);
  return {
    name: found.name,
    sites: sites.map(({ id, name }) => ({ name, points: points.filter(({ siteId }) => siteId === id) })),
  };
}
