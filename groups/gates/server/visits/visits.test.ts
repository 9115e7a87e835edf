import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selectRows } from '#kernel/db/select.ts';
import type { GatesBodies } from '../../contract/commands.ts';
import { AREA_TERM } from '../../contract/sync.ts';
import type { Visit } from '../../contract/visit-rows.ts';
import { VISIT_COLLECTION } from '../../contract/visit-sync.ts';
import { gatesDoors } from '../../testing/mounted.ts';
import { GatesWorld, HOUR } from '../../testing/world.ts';
import { gatesSync } from '../sync.ts';
import { readHolders } from './holders.ts';
import { readInside } from './inside.ts';
import { readEvacuation, readOutings, readVisitsInside } from './lists.ts';
import { visitTable } from './tables.ts';

let g: GatesWorld;

beforeAll(async () => {
  g = await GatesWorld.open();
});
afterAll(() => g.close());

type Register = GatesBodies['gates.register-visit'];

const visitTo = (building: number | null, change: Partial<Register> = {}): Register => {
  g.world.clock.advance(1000);
  return {
    visitId: g.newId(),
    passageId: g.newId(),
    gateId: g.gate(0),
    laneId: null,
    kind: 'visitor',
    buildingId: building === null ? null : (g.buildings[building] ?? null),
    entranceId: null,
    room: building === null ? '' : '101',
    people: 1,
    name: '欧阳明月',
    phoneTail: '0003',
    plate: null,
    outcome: 'allowed',
    rule: 'visit',
    reason: null,
    ...change,
  };
};

const register = async (building: number | null, change: Partial<Register> = {}) => {
  const body = visitTo(building, change);
  const answer = await g.send('gates.register-visit', body, g.volunteer);
  return { ...body, answer };
};

const leave = (visitId: string | null, plate: string | null = null) => {
  g.world.clock.advance(1000);
  const body = { passageId: g.newId(), gateId: g.gate(1), laneId: null, visitId, plate };
  return g.send('gates.end-visit', body, g.other);
};

const inside = () => g.world.read((tx) => readVisitsInside(tx, gatesDoors, g.now));
const find = async (visitId: string) => (await inside()).find(({ id }) => id === visitId);
const counts = async () => {
  const view = await g.world.read((tx) => readInside(tx, gatesDoors, g.now));
  return {
    ...view,
    of: (i: number) => view.buildings.find(({ buildingId }) => buildingId === g.buildings[i]),
  };
};
const stored = async (visitId: string) => {
  const [row] = await g.world.read((tx) => selectRows(tx, visitTable, sql`id = ${visitId}`));
  return row;
};
const codes = (answer: { readonly problems: readonly { readonly code: string }[] }) =>
  answer.problems.map(({ code }) => code);

describe('a visit', () => {
  it('is inside from its registration until it leaves, masked at the desk', async () => {
    const { visitId, answer } = await register(0, { plate: '沪a·d12345' });
    expect(answer.outcome).toBe('done');
    expect(await find(visitId)).toMatchObject({
      place: '清源小区 3号',
      room: '101',
      name: '欧阳**',
      phoneTail: '0003',
      plate: '沪AD12345',
      gate: '东门',
      late: false,
    });
    expect((await leave(visitId)).outcome).toBe('done');
    expect(await find(visitId)).toBeUndefined();
  });

  it('is late once the time of its kind is over, and gets more', async () => {
    const { visitId } = await register(1, { kind: 'courier' });
    g.world.clock.advance(HOUR);
    expect(await find(visitId)).toMatchObject({ late: true });
    const until = g.now + HOUR;
    expect((await g.send('gates.extend-visit', { visitId, until }, g.volunteer)).outcome).toBe('done');
    expect(await find(visitId)).toMatchObject({ late: false, expectedUntil: until });
    const never = g.now + 25 * HOUR;
    expect(codes(await g.send('gates.extend-visit', { visitId, until: never }))).toEqual([
      'gates.visit-until-wrong',
    ]);
    await leave(visitId);
    expect(codes(await g.send('gates.extend-visit', { visitId, until }))).toEqual(['gates.visit-over']);
    expect(codes(await g.send('gates.extend-visit', { visitId: g.newId(), until }))).toEqual([
      'gates.no-such-visit',
    ]);
  });

  it('goes with the passage that let it in, and comes back with the one that let it out', async () => {
    const { visitId, passageId } = await register(0);
    const out = { passageId: g.newId(), gateId: g.gate(1), laneId: null, visitId, plate: null };
    await g.send('gates.end-visit', out, g.other);
    expect((await g.send('gates.undo-passage', { passageId: out.passageId }, g.other)).outcome).toBe('done');
    expect(await find(visitId)).toBeDefined();
    expect((await g.send('gates.void-passage', { passageId, note: '登记错了' })).outcome).toBe('done');
    expect(await find(visitId)).toBeUndefined();
  });

  it('leaves nothing of whom was turned away but the kind and the place', async () => {
    const { visitId } = await register(0, { outcome: 'refused', rule: 'visit-zone', plate: '沪A12345' });
    expect(await find(visitId)).toBeUndefined();
    const row = await stored(visitId);
    expect(row).toMatchObject({ kind: 'visitor', detailsSealed: null, plateSealed: null, plateBlind: null });
  });

  it('rests sealed', async () => {
    const { visitId } = await register(0, { plate: '沪A88888' });
    const { detailsSealed, plateSealed, ...open } = (await stored(visitId)) ?? {};
    for (const sealed of [detailsSealed, plateSealed, JSON.stringify(open)]) {
      for (const plain of ['欧阳', '0003', '88888']) expect(String(sealed)).not.toContain(plain);
    }
  });
});

describe('what does not fit', () => {
  it('stands and is flagged: a sealed building, a plate that cannot be, a place nobody knows', async () => {
    const statusId = await g.declare(0, 'lockdown');
    expect(codes((await register(0)).answer)).toEqual(['gates.zone-forbade']);
    expect((await register(0, { outcome: 'asked' })).answer.outcome).toBe('done');
    expect(codes((await register(1, { plate: '沪IO0000' })).answer)).toEqual(['gates.plate-impossible']);
    expect(codes((await register(1, { buildingId: g.newId() })).answer)).toEqual([
      'gates.visit-place-unknown',
    ]);
    await g.desk('zones.end-status', { statusId, at: g.now, reason: '复核阴性' });
  });

  it('is found by plate where the exit never heard of the visit, and flagged where nobody did', async () => {
    const { visitId } = await register(null, { plate: '苏E·F88810', kind: 'worker' });
    expect((await leave(null, 'SUE')).outcome).toBe('flagged');
    expect((await leave(null, '苏EF88810')).outcome).toBe('done');
    expect(await find(visitId)).toBeUndefined();
    expect(codes(await leave(null, '苏EF88810'))).toEqual(['gates.visit-unknown']);
    expect(codes(await leave(visitId))).toEqual(['gates.visit-left-twice']);
  });

  it('is a vehicle that comes in twice', async () => {
    await register(1, { plate: '浙A12345' });
    expect(codes((await register(1, { plate: '浙A12345' })).answer)).toEqual(['gates.vehicle-inside-twice']);
  });

  it('is refused when an id stands already, when the gate is not there, and to a stranger', async () => {
    const { answer: _, ...body } = await register(1);
    expect(codes(await g.send('gates.register-visit', body, g.volunteer))).toEqual(['gates.id-taken']);
    expect(codes((await register(1, { gateId: g.newId() })).answer)).toEqual(['gates.no-such-gate']);
    expect((await g.send('gates.register-visit', visitTo(1), g.stranger)).outcome).toBe('refused');
  });
});

describe('who is inside', () => {
  it('are those at home, neither away nor out, and visitors as people', async () => {
    const before = await counts();
    const home = before.of(1)?.home ?? 0;
    await g.pass(g.resident(1), 'out');
    const { visitId } = await register(1, { people: 3, kind: 'worker' });
    const now = await counts();
    expect(now.of(1)).toMatchObject({
      home: home - 1,
      out: (before.of(1)?.out ?? 0) + 1,
      visitors: (before.of(1)?.visitors ?? 0) + 3,
    });
    g.world.clock.advance(5 * HOUR);
    const out = await g.world.read((tx) => readOutings(tx, gatesDoors, g.now));
    expect(out.people.find(({ residentId }) => residentId === g.resident(1))).toMatchObject({
      name: '王**',
      gate: '东门',
      late: true,
    });
    expect((await counts()).late.out).toBeGreaterThan(0);
    await g.pass(g.resident(1), 'in');
    await leave(visitId);
    expect((await counts()).of(1)?.home).toBe(home);
  });

  it('stand on the list of their building, with those who need a hand', async () => {
    const residentId = g.resident(1, 1);
    await g.desk('people.change-resident', { residentId, set: { tags: ['immobile'] } });
    await g.pass(g.resident(1), 'out');
    const { visitId } = await register(1);
    const view = await g.world.read((tx) => readEvacuation(tx, gatesDoors, g.buildings[1] ?? '', g.now));
    const of = (id: string) => view.people.find((one) => one.residentId === id);
    expect(of(residentId)).toMatchObject({ state: 'home', needsHelp: true, name: '李**' });
    expect(of(g.resident(1))).toMatchObject({ state: 'out', needsHelp: false });
    expect(view.visits.map(({ id }) => id)).toContain(visitId);
    await expect(
      g.world.read((tx) => readEvacuation(tx, gatesDoors, g.newId(), g.now)),
    ).rejects.toMatchObject({
      problem: { code: 'gates.no-such-building' },
    });
    await g.pass(g.resident(1), 'in');
  });
});

describe('holders of passes who live nowhere here', () => {
  const bySign = (passId: string, direction: 'in' | 'out', change = {}) =>
    g.pass('', direction, { residentId: null, subject: 'pass', passId, rule: 'pass-good', ...change });
  const holders = () => g.world.read((tx) => readHolders(tx, gatesDoors));

  it('are named, masked, from when they came in until they went out, and stand on every list of the compound', async () => {
    const worker = await g.workerPass('张建国');
    const car = await g.workerPass('宏达物流', '沪AD12345');
    await bySign(worker, 'in');
    await bySign(car, 'in', { gateId: g.gate(1) });
    expect(await holders()).toMatchObject([
      { passId: worker, kind: 'worker', name: '张**', plate: null, compound: '清源小区', gate: '东门' },
      { passId: car, kind: 'vehicle', plate: '沪AD12345', gate: '西门' },
    ]);
    const view = await g.world.read((tx) => readEvacuation(tx, gatesDoors, g.buildings[0] ?? '', g.now));
    expect(view.holders.map(({ passId }) => passId)).toEqual([worker, car]);
    expect((await counts()).holders).toMatchObject([{ compoundId: g.compoundId, people: 2 }]);
    await bySign(worker, 'out');
    expect((await holders()).map(({ passId }) => passId)).toEqual([car]);
    await bySign(car, 'out');
  });

  it('are not those who come home by the household’s own pass', async () => {
    await bySign(g.newId(), 'in', { householdId: g.householdIds[0] });
    expect(await holders()).toEqual([]);
    expect((await counts()).holders).toEqual([]);
  });
});

describe('phones at gates', () => {
  const delta = (since: number) =>
    g.world.read(async (tx) => {
      const found = await gatesSync(gatesDoors).delta(tx, g.volunteer, AREA_TERM, since);
      return found[VISIT_COLLECTION] ?? { rows: [], gone: [] };
    });

  it('get visits inside, masked, then changes, and lose those who left', async () => {
    const { visitId } = await register(0);
    const first = (await delta(0)).rows as unknown as Visit[];
    expect(first.find(({ id }) => id === visitId)).toMatchObject({ name: '欧阳**', phoneTail: '0003' });
    const seen = Math.max(...first.map(({ version }) => version));
    await g.send('gates.extend-visit', { visitId, until: g.now + HOUR }, g.volunteer);
    const second = await delta(seen);
    expect(second.rows.map(({ id }) => id)).toEqual([visitId]);
    await leave(visitId);
    expect((await delta(seen)).gone).toContain(visitId);
    expect((await delta(0)).rows.map(({ id }) => id)).not.toContain(visitId);
  });

  it('of strangers get nothing', async () => {
    const terms = await g.world.read((tx) => gatesSync(gatesDoors).terms(tx, g.stranger, g.now));
    expect(terms).toEqual([]);
  });
});
