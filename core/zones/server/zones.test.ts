import { createRouterClient } from '@orpc/server';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addMember, type TestHouse, testHouse } from '#core/accounts/testing/index.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { type Status, statusAt } from '../contract.ts';
import { zonesModule } from '../module.ts';
import { zonesRouter } from './queries.ts';
import { allSource } from './sync.ts';

const DAY = 86_400_000;
let house: TestHouse;
let area: string;
let secretary: string;
let volunteer: string;
let compound: string;
let building: string;
beforeAll(async () => {
  house = await testHouse([zonesModule({ consequences: [] })]);
});
afterAll(() => house.close());
beforeEach(async () => {
  area = await house.newArea();
  secretary = await addMember(house, area, { role: 'secretary', name: '李书记' });
  volunteer = await addMember(house, area);
  house.clock.advance(1000);
  compound = uuidv7(house.clock.now());
  building = uuidv7(house.clock.now());
  await sql`insert into places.compound (area_id, id, version, name, sort)
    values (${area}, ${compound}, 0, '清源一村', 'a')`.execute(house.database.owner);
  await sql`insert into places.building (area_id, id, version, compound_id, label, sort)
    values (${area}, ${building}, 0, ${compound}, '3号', 'a')`.execute(house.database.owner);
});

const send = (actor: string, kind: string, body: object) => house.send(area, actor, kind, body);
const codes = (answer: { problems: readonly { code: string }[] }) => answer.problems.map((p) => p.code);
const lockdown = (change: object = {}) => ({
  statusId: uuidv7(house.clock.now()),
  placeKind: 'compound',
  placeId: compound,
  status: 'lockdown',
  from: house.clock.now(),
  until: null,
  reason: '混管阳性待复核',
  source: '街道 4 月 6 日通知',
  ...change,
});
const pulled = async (actorId: string, since = 0): Promise<readonly Status[]> => {
  const actor = (await house.loadActors(area, [actorId])).get(actorId) ?? { id: actorId, grants: [] };
  const delta = await house.read(area, (tx) => allSource.delta(tx, actor, 'zones.all', since));
  return (delta['zones.status']?.rows ?? []) as unknown as readonly Status[];
};

describe('declaring a zone', () => {
  it('reaches the phones and holds for the buildings inside, until it is ended', async () => {
    const body = lockdown();
    expect((await send(secretary, 'zones.set-status', body)).outcome).toBe('done');
    const at = house.clock.now();
    expect(statusAt(await pulled(volunteer), [building, compound], at).status).toBe('lockdown');
    house.clock.advance(DAY);
    const end = { statusId: body.statusId, at: house.clock.now(), reason: '复核阴性' };
    expect((await send(secretary, 'zones.end-status', end)).outcome).toBe('done');
    const rows = await pulled(volunteer);
    expect(statusAt(rows, [building, compound], house.clock.now()).status).toBe('normal');
    expect(statusAt(rows, [building, compound], at).status).toBe('lockdown');
    expect(codes(await send(secretary, 'zones.end-status', end))).toEqual(['zones.status-over']);
  });

  it('taken back before it began never held, and stays in the history', async () => {
    const body = lockdown({ from: house.clock.now() + DAY });
    await send(secretary, 'zones.set-status', body);
    await send(secretary, 'zones.end-status', {
      statusId: body.statusId,
      at: house.clock.now(),
      reason: '通知撤回',
    });
    const rows = await pulled(volunteer);
    expect(rows).toHaveLength(1);
    expect(statusAt(rows, [compound], body.from).status).toBe('normal');
  });

  it('is refused to volunteers and group leaders, for both commands', async () => {
    const leader = await addMember(house, area, { role: 'leader', group: 'order' });
    house.clock.advance(1);
    const body = lockdown();
    await send(secretary, 'zones.set-status', body);
    for (const actor of [volunteer, leader, uuidv7(1)]) {
      expect(codes(await send(actor, 'zones.set-status', lockdown()))).toEqual(['command.not-allowed']);
      const end = { statusId: body.statusId, at: house.clock.now(), reason: '不作数' };
      expect(codes(await send(actor, 'zones.end-status', end))).toEqual(['command.not-allowed']);
    }
    expect(await pulled(volunteer)).toHaveLength(1);
  });

  it('is refused for a place that is not here or of another kind, and for reversed times', async () => {
    const at = house.clock.now();
    const cases: [object, string][] = [
      [{ placeId: uuidv7(1) }, 'zones.unknown-place'],
      [{ placeKind: 'building' }, 'zones.unknown-place'],
      [{ until: at - 1 }, 'zones.period-reversed'],
      [{ status: 'sealed' }, 'command.bad-body'],
    ];
    for (const [change, code] of cases) {
      expect(codes(await send(secretary, 'zones.set-status', lockdown(change)))).toEqual([code]);
    }
    const end = { statusId: uuidv7(1), at, reason: '无' };
    expect(codes(await send(secretary, 'zones.end-status', end))).toEqual(['zones.unknown-status']);
  });
});

describe('reading zones', () => {
  it('pulls only what changed, and gives a stranger no term', async () => {
    await send(secretary, 'zones.set-status', lockdown());
    const [first] = (await pulled(volunteer)) as readonly (Status & { version: number })[];
    const second = await send(
      secretary,
      'zones.set-status',
      lockdown({ placeKind: 'building', placeId: building }),
    );
    expect(await pulled(volunteer, first?.version)).toHaveLength(1);
    expect(await pulled(volunteer, second.version)).toEqual([]);
    const stranger = { id: uuidv7(1), grants: [] };
    expect(await house.read(area, (tx) => allSource.terms(tx, stranger, house.clock.now()))).toEqual([]);
  });

  it('tells the history with who declared it, of one place or all, to members only', async () => {
    await send(secretary, 'zones.set-status', lockdown());
    house.clock.advance(1);
    await send(secretary, 'zones.set-status', lockdown({ placeKind: 'building', placeId: building }));
    const history = async (actorId: string, placeId?: string) => {
      const actor = (await house.loadActors(area, [actorId])).get(actorId) ?? { id: actorId, grants: [] };
      const rest = { actor, now: house.clock.now(), rules: house.registry.rules };
      return house.read(area, async (tx) => {
        const client = createRouterClient(zonesRouter({ consequences: [] }), { context: { tx, ...rest } });
        return (await client.history(placeId ? { placeId } : {})).statuses;
      });
    };
    expect((await history(volunteer)).map((s) => s.placeKind)).toEqual(['building', 'compound']);
    expect(await history(volunteer, compound)).toMatchObject([{ placeKind: 'compound', setBy: '李书记' }]);
    await expect(history(uuidv7(1))).rejects.toThrow('query.not-allowed');
  });
});
