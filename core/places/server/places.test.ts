import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/access/access.ts';
import { TestWorld } from '#kernel/command/testing/world.ts';
import type { QueryContext } from '#kernel/query/context.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { placesModule } from '../module.ts';
import { placesQueries } from './queries.ts';
import { placesReader } from './reader.ts';
import { PLACES_TERM, placesSync } from './sync.ts';

let world: TestWorld;
let secretary: Actor;
let volunteer: Actor;
const occupied = new Set<string>();

beforeAll(async () => {
  world = await TestWorld.open([placesModule({ occupied: async () => occupied })]);
  secretary = world.actor('role:secretary');
  volunteer = world.actor('role:volunteer');
});
afterAll(() => world.close());

const id = () => uuidv7(world.clock.now());
const send = (kind: string, body: unknown, actor = secretary) => world.send(actor, kind, body);
const clientOf = (context: QueryContext) => createRouterClient(placesQueries, { context });
const ask = <T>(
  question: (client: ReturnType<typeof clientOf>) => Promise<T>,
  actor = secretary,
): Promise<T> =>
  world.read((tx) => question(clientOf({ tx, actor, now: world.clock.now(), rules: world.registry.rules })));

async function compound(name: string, addressRuleId: string | null = null): Promise<string> {
  const compoundId = id();
  await send('places.add-compound', { compoundId, name, addressRuleId });
  return compoundId;
}

async function building(compoundId: string, label: string): Promise<string> {
  const buildingId = id();
  await send('places.add-building', { buildingId, compoundId, label });
  return buildingId;
}

async function dwelling(buildingId: string, room: string): Promise<string> {
  const dwellingId = id();
  await send('places.add-dwelling', { dwellingId, buildingId, entranceId: null, room, floor: 4 });
  return dwellingId;
}

describe('the places of an area', () => {
  it('stand in the order people expect, with their numbers of dwellings', async () => {
    const compoundId = await compound('清源小区');
    for (const label of ['10号', '13号甲', '2号', '13号']) await building(compoundId, label);
    const last = await building(compoundId, '1号');
    for (const room of ['1201', '402']) await dwelling(last, room);
    const tree = await ask((places) => places.tree());
    const found = tree.compounds.find((row) => row.id === compoundId);
    expect(found?.buildings.map((row) => row.label)).toEqual(['1号', '2号', '10号', '13号', '13号甲']);
    expect(found).toMatchObject({ name: '清源小区', dwellings: 2 });
    const page = await ask((places) => places.building({ buildingId: last }));
    expect(page.dwellings.map((row) => row.room)).toEqual(['402', '1201']);
  });

  it('have one name among their neighbours, free again once ended', async () => {
    const compoundId = await compound('海棠大厦');
    const first = await building(compoundId, 'A座');
    const again = { buildingId: id(), compoundId, label: 'A座' };
    expect(await send('places.add-building', again)).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'places.label-taken', details: { label: 'A座' } }],
    });
    await send('places.end-building', { buildingId: first });
    expect(await send('places.add-building', again)).toMatchObject({ outcome: 'done' });
  });

  it('are renamed with their order, and refuse the name of a neighbour', async () => {
    const compoundId = await compound('东园路小区');
    const one = await building(compoundId, '1号');
    await building(compoundId, '2号');
    expect(await send('places.rename-building', { buildingId: one, label: '2号' })).toMatchObject({
      problems: [{ code: 'places.label-taken' }],
    });
    await send('places.rename-building', { buildingId: one, label: '11号' });
    const tree = await ask((places) => places.tree());
    const found = tree.compounds.find((row) => row.id === compoundId);
    expect(found?.buildings.map((row) => row.label)).toEqual(['2号', '11号']);
  });

  it('end only when nothing hangs on them and nobody lives there', async () => {
    const compoundId = await compound('旧里');
    const buildingId = await building(compoundId, '7号');
    const dwellingId = await dwelling(buildingId, '101');
    const entranceId = id();
    await send('places.add-entrance', { entranceId, buildingId, label: '1单元' });
    expect(await send('places.end-compound', { compoundId })).toMatchObject({
      problems: [{ code: 'places.still-in-use', details: { count: 1 } }],
    });
    expect(await send('places.end-building', { buildingId })).toMatchObject({
      problems: [{ code: 'places.still-in-use', details: { count: 2 } }],
    });
    occupied.add(dwellingId);
    expect(await send('places.end-dwelling', { dwellingId })).toMatchObject({ outcome: 'refused' });
    occupied.delete(dwellingId);
    for (const [kind, body] of [
      ['places.end-dwelling', { dwellingId }],
      ['places.end-entrance', { entranceId }],
      ['places.end-building', { buildingId }],
      ['places.end-compound', { compoundId }],
    ] as const) {
      expect(await send(kind, body), kind).toMatchObject({ outcome: 'done' });
    }
    expect(await send('places.end-compound', { compoundId })).toMatchObject({
      problems: [{ code: 'places.already-ended' }],
    });
  });

  it('refuse what hangs in the air', async () => {
    const nowhere = { buildingId: id(), compoundId: id(), label: '1号' };
    expect(await send('places.add-building', nowhere)).toMatchObject({
      problems: [{ code: 'places.compound-unknown' }],
    });
    const buildingId = await building(await compound('新村'), '1号');
    const foreign = { dwellingId: id(), buildingId, entranceId: id(), room: '101', floor: 1 };
    expect(await send('places.add-dwelling', foreign)).toMatchObject({
      problems: [{ code: 'places.entrance-unknown' }],
    });
  });

  it('keep how their addresses are read', async () => {
    const ruleId = id();
    const compoundId = await compound('别墅');
    const body = { compoundId, addressRuleId: ruleId };
    const rule = {
      patterns: ['{lane}弄{building}号{room}[室]'],
      label: '{lane}弄{building}号',
      entrance: '',
      room: '{room}',
      floor: 'room',
    };
    expect(await send('places.set-address-rule', body)).toMatchObject({
      problems: [{ code: 'places.address-rule-unknown' }],
    });
    expect(
      await send('places.save-address-rule', { ruleId, name: '坏', rule: { ...rule, patterns: [] } }),
    ).toMatchObject({
      problems: [{ code: 'places.address-rule-wrong', details: { path: 'patterns' } }],
    });
    await send('places.save-address-rule', { ruleId, name: '弄号室', rule });
    expect(await send('places.set-address-rule', body)).toMatchObject({ outcome: 'done' });
    const { rules } = await ask((places) => places.addressRules());
    expect(rules).toContainEqual({ id: ruleId, name: '弄号室', rule });
    const tree = await ask((places) => places.tree());
    expect(tree.compounds.find((row) => row.id === compoundId)?.addressRuleId).toBe(ruleId);
  });

  it('answer other modules: scope, labels in address order', async () => {
    const compoundId = await compound('阳光苑');
    const b10 = await building(compoundId, '10号');
    const b9 = await building(compoundId, '9号');
    const dwellingId = await dwelling(b9, '301');
    const scope = { compoundIds: [compoundId], buildingIds: [] };
    const buildings = await world.read((tx) => placesReader.buildingsInScope(tx, scope));
    expect(buildings.map((row) => row.id)).toEqual([b9, b10]);
    const nothing = await world.read((tx) =>
      placesReader.buildingsInScope(tx, { compoundIds: [], buildingIds: [] }),
    );
    expect(nothing).toEqual([]);
    const labels = await world.read((tx) => placesReader.dwellingLabels(tx, [dwellingId, id()]));
    expect([...labels.values()]).toMatchObject([
      { compound: '阳光苑', building: '9号', room: '301', endedAt: null },
    ]);
  });
});

describe('the term places.all', () => {
  const pull = (since: number) => world.read((tx) => placesSync.delta(tx, volunteer, PLACES_TERM, since));
  const version = async () =>
    (await send('places.add-compound', { compoundId: id(), name: id(), addressRuleId: null })).version;

  it('brings what is added and changed, and lets ended labels go', async () => {
    const compoundId = await compound('同步小区');
    const buildingId = await building(compoundId, '1号');
    const before = await version();
    await send('places.rename-building', { buildingId, label: '一号' });
    expect((await pull(before))['places.building']).toMatchObject({
      rows: [{ id: buildingId, label: '一号' }],
      gone: [],
    });
    const middle = await version();
    await send('places.end-building', { buildingId });
    expect((await pull(middle))['places.building']).toEqual({ rows: [], gone: [buildingId] });
    const first = (await pull(0))['places.building'];
    expect(first?.gone).toEqual([]);
    expect(first?.rows.map((row) => row.id)).not.toContain(buildingId);
  });

  it('is for members, not for a stranger', async () => {
    const terms = (actor: Actor) => world.read((tx) => placesSync.terms(tx, actor, world.clock.now()));
    expect(await terms(volunteer)).toEqual([PLACES_TERM]);
    expect(await terms(world.actor())).toEqual([]);
    const past = world.actor({ grant: 'role:volunteer', from: 0, until: world.clock.now() });
    expect(await terms(past)).toEqual([]);
  });
});

describe('not for a stranger', () => {
  it('a volunteer reads labels and changes nothing', async () => {
    const body = { compoundId: id(), name: '新', addressRuleId: null };
    expect(await send('places.add-compound', body, volunteer)).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'command.not-allowed' }],
    });
    await expect(ask((places) => places.tree(), volunteer)).resolves.toBeDefined();
    await expect(ask((places) => places.addressRules(), volunteer)).rejects.toThrow('query.not-allowed');
    await expect(ask((places) => places.tree(), world.actor())).rejects.toThrow('query.not-allowed');
  });

  it('another area sees nothing', async () => {
    const other = await world.database.newArea('另一个居民区');
    const tree = await world.read((tx) => placesReader.livingPlaces(tx), other);
    expect(tree).toEqual({ compounds: [], buildings: [], entrances: [], dwellings: [], addressRules: [] });
  });
});
