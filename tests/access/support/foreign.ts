import { sql } from 'kysely';
import type { House } from '#apps/server/house.ts';
import { SmallArea } from '#core/people/testing/small-area.ts';
import { confirmNotice } from '#core/privacy/testing/notice.ts';
import { practiceRound } from '#groups/testing/testing/practice-round.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { inArea } from '#kernel/db/transaction.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { asServer } from './say.ts';

/** Another area with people, a round, gates, passes and duties of its own, and what must never be seen of it. */
export interface Foreign {
  readonly areaId: string;
  /** Field of a body or an input → an id of that kind there, e.g. `roundId`. */
  readonly ids: Readonly<Record<string, string>>;
  /** Names and ids that are nowhere but there. */
  readonly marks: readonly string[];
}

const NAMES = ['欧阳乙一', '欧阳乙二', '欧阳乙三'];

export async function plantForeign(house: House): Promise<Foreign> {
  const areaId = await house.areaNamed('枫桥居民区');
  const now = house.host.clock.now();
  const newId = () => uuidv7(now);
  const say = (kind: string, body: object) => asServer(house, areaId, [{ kind, body }]);
  const notice = confirmNotice('枫桥居民区', newId());
  await say(notice.kind, notice.body);
  const area = new SmallArea((kind, body) => say(kind, body as object), { next: newId });
  const compoundId = await area.compound('枫桥小区乙');
  const buildingId = await area.building(compoundId, '乙88号');
  const dwellingId = await area.dwelling(buildingId);
  const householdId = newId();
  const residents: string[] = [];
  for (const name of NAMES) {
    residents.push(await area.resident(dwellingId, { name, phone: '19911112222' }, householdId));
  }
  const round = practiceRound({ next: newId }, compoundId);
  await say('testing.create-round', round.create);
  await say('testing.open-round', round.open);
  const [gateId, laneId, statusId, memberId, dutyId] = [newId(), newId(), newId(), newId(), newId()];
  const lanes = [{ laneId, name: '乙人行', direction: 'both' }];
  await say('gates.add-gate', { gateId, name: '乙东门', compoundId, openFrom: null, openUntil: null, lanes });
  await say('zones.set-status', {
    statusId,
    placeKind: 'building',
    placeId: buildingId,
    status: 'control',
    from: now,
    until: null,
    reason: '乙区阳性',
    source: '乙区通知',
  });
  const who = { memberId, role: 'volunteer', group: 'testing', residentId: null, accountId: null };
  await say('accounts.add-member', { ...who, name: '欧阳乙志愿', phone: null });
  const period = { from: now, until: now + 3_600_000 };
  await say('roster.assign-duty', { dutyId, memberId, group: 'testing', place: null, ...period });
  const named = {
    compoundId,
    buildingId,
    dwellingId,
    householdId,
    gateId,
    laneId,
    statusId,
    memberId,
    dutyId,
  };
  const ids: Record<string, string> = {
    ...named,
    residentId: residents[0] ?? '',
    roundId: round.create.roundId,
    placeId: buildingId,
    siteId: round.create.sites[0]?.siteId ?? '',
  };
  return {
    areaId,
    ids,
    marks: [...NAMES, '欧阳乙志愿', '乙88号', '枫桥小区乙', ...(await idsOf(house, areaId))],
  };
}

/** Every id that a row of the area has. */
async function idsOf(house: House, areaId: string): Promise<readonly string[]> {
  const keys = await house.ring.of(areaId);
  return inArea(house.db, areaId, keys, async (tx) => {
    const found: string[] = [];
    for (const { schema, name, hasId } of await areaTables(tx)) {
      if (!hasId) continue;
      const { rows } = await sql<{ id: string }>`select id from ${sql.id(schema, name)}`.execute(tx.db);
      found.push(...rows.map(({ id }) => id));
    }
    return found;
  });
}

interface AreaTable {
  readonly schema: string;
  readonly name: string;
  /** Whether its rows have ids of their own. */
  readonly hasId: boolean;
}

/** Every table whose rows belong to an area. */
export async function areaTables({ db }: AreaTx): Promise<readonly AreaTable[]> {
  const { rows } = await sql<AreaTable>`
    select table_schema as schema, table_name as name,
      bool_or(column_name = 'id' and data_type = 'uuid') as has_id
    from information_schema.columns where table_schema !~ '^(pg_|information_schema)'
    group by 1, 2 having bool_or(column_name = 'area_id')`.execute(db);
  return rows;
}
