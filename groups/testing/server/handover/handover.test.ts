import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertSettings } from '#kernel/settings/server/store.ts';
import type { Signer } from '../../contract/handover-rows.ts';
import { COLLECTIONS, roundTerm } from '../../contract/sync.ts';
import { testingDoors } from '../../testing/mounted.ts';
import { TestingWorld } from '../../testing/world.ts';
import { testingSync } from '../sync.ts';

let t: TestingWorld;
const source = testingSync(testingDoors);
const SIGNER: Signer = { name: '张师傅', organisation: '某检验所', plate: '沪A12345', drawing: '0000807f' };
const MINUTE = 60_000;

beforeAll(async () => {
  t = await TestingWorld.open({ people: 12 });
  await t.openRound();
});
afterAll(() => t.close());

const delta = (since: number) =>
  t.world.read((tx) => source.delta(tx, t.sampler, roundTerm(t.roundId), since));
const transport = () => t.ask((c) => c.transport({ roundId: t.roundId }));
const box = async (code: string) => (await transport()).boxes.find((one) => one.code === code);

/** A box with one tube of two swabs in it, sealed. */
async function sealed(boxCode: string, tubeCode: string, extras: object = {}): Promise<void> {
  const tubeId = t.newId();
  for (const person of [0, 1]) await t.send('testing.sample', t.scan(person, tubeCode, tubeId), t.sampler);
  const { roundId } = t;
  const pack = { roundId, boxId: t.newId(), boxCode, tubes: [{ packingId: t.newId(), code: tubeCode }] };
  await t.send('testing.pack-tubes', pack, t.sampler);
  await t.send('testing.seal-box', { roundId, boxId: t.newId(), boxCode, ...extras }, t.sampler);
}

const count = (boxCode: string, tubes: number, more: object = {}, actor = t.sampler) =>
  t.send('testing.count-box', { roundId: t.roundId, countId: t.newId(), boxCode, tubes, ...more }, actor);
const give = (code: string, boxCode: string, more: object = {}, actor = t.sampler) =>
  t.send(
    'testing.give-boxes',
    {
      ...{ roundId: t.roundId, sideId: t.newId(), code, destination: 'courier' },
      boxes: [{ code: boxCode, tubes: 1 }],
      ...more,
    },
    actor,
  );
const take = (code: string, boxCode: string, actor = t.other) =>
  t.send(
    'testing.take-boxes',
    {
      ...{ roundId: t.roundId, sideId: t.newId(), code, destination: 'courier' },
      ...{ boxes: [{ code: boxCode, tubes: 1 }], boxCount: 1, tubeCount: 1 },
    },
    actor,
  );

describe('a box from sealing to the laboratory', () => {
  it('is told with seal, temperature, counts and clock', async () => {
    await sealed('B1', 'T1', { sealNumber: 'F0087', temperature: 6.5 });
    await count('B1', 1);
    t.world.clock.advance(1000);
    await count('B1', 1, { counterName: '陈阿姨' });
    expect(await box('B1')).toMatchObject({
      ...{ sealNumber: 'F0087', temperature: 6.5, tubes: 1, people: 2, holder: 'area' },
      countState: 'agree',
      counts: [
        { tubes: 1, helper: null },
        { tubes: 1, helper: '陈阿姨' },
      ],
      clock: { state: 'running' },
    });
  });

  it('passes to the courier only when both have signed, whoever syncs first', async () => {
    expect(await take('V1', 'B1')).toMatchObject({ outcome: 'done' });
    expect(await box('B1')).toMatchObject({ holder: 'area', waiting: ['V1'] });
    expect(await give('V1', 'B1')).toMatchObject({ outcome: 'done' });
    expect(await box('B1')).toMatchObject({ holder: 'courier', waiting: [] });
    expect((await transport()).handovers).toMatchObject([{ code: 'V1', state: 'confirmed', disputed: [] }]);
  });

  it('is late where the laboratory has not signed after four hours, and says when it came late', async () => {
    t.world.clock.advance(200 * MINUTE);
    expect((await box('B1'))?.clock.state).toBe('soon');
    t.world.clock.advance(60 * MINUTE);
    expect((await box('B1'))?.clock.state).toBe('late');
    await give(
      'V2',
      'B1',
      { destination: 'laboratory', receiver: { sideId: t.newId(), signer: SIGNER } },
      t.other,
    );
    expect(await box('B1')).toMatchObject({ holder: 'laboratory', clock: { state: 'arrived-late' } });
    const lab = (await transport()).handovers.find(({ code }) => code === 'V2');
    expect(lab?.received).toMatchObject({ witness: 'finger', signer: SIGNER });
  });

  it('flags an odd temperature by the value that holds, and a second receiver', async () => {
    await sealed('B2', 'T2', { temperature: 31 });
    const odd = await t.world.read((tx) =>
      sql<{ n: number }>`select count(*)::int4 as n from kernel.discrepancy
        where area_id = ${tx.areaId} and code = 'testing.temperature-odd'`.execute(tx.db),
    );
    expect(odd.rows[0]?.n).toBe(1);
    await give('V3', 'B2');
    await take('V3', 'B2');
    const second = await take('V3', 'B2', t.leader);
    expect(second).toMatchObject({
      outcome: 'flagged',
      problems: [{ code: 'testing.handover-taken-twice' }],
    });
  });

  it('is entered from paper with its own time, and taken back by a leader', async () => {
    await sealed('B3', 'T3');
    const { drawing: _, ...signer } = SIGNER;
    const handedAt = t.world.clock.now() - 30 * MINUTE;
    const side = () => ({ sideId: t.newId(), signer });
    const paper = { given: side(), received: side(), handedAt, boxes: [{ code: 'B3', tubes: 1 }] };
    const body = { roundId: t.roundId, code: 'V4', destination: 'courier' as const, ...paper };
    expect(await t.send('testing.record-handover', body)).toMatchObject({ outcome: 'done' });
    expect(await box('B3')).toMatchObject({ holder: 'courier', since: handedAt });
    const voided = { roundId: t.roundId, code: 'V4', note: '填错了' };
    expect(await t.send('testing.void-handover', voided)).toMatchObject({ outcome: 'done' });
    expect(await box('B3')).toMatchObject({ holder: 'area' });
  });
});

describe('what is kept of somebody without an account', () => {
  it('rests sealed', async () => {
    const { rows } = await t.world.read((tx) =>
      sql<{ signerSealed: Buffer }>`select signer_sealed from testing.handover_side
        where area_id = ${tx.areaId} and signer_sealed is not null`.execute(tx.db),
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { signerSealed } of rows) expect(signerSealed.toString('utf8')).not.toContain('张师傅');
  });

  it('never travels to phones', async () => {
    const all = await delta(0);
    expect(all[COLLECTIONS.handoverSide]?.rows.length).toBeGreaterThan(4);
    expect(all[COLLECTIONS.boxCount]?.rows).toMatchObject([{ counterName: null }, { counterName: '' }]);
    const told = JSON.stringify(all);
    for (const secret of ['张师傅', '沪A12345', '0000807f', '陈阿姨']) expect(told).not.toContain(secret);
  });
});

describe('a phone on duty', () => {
  it('is told of new counts and sides, of those taken back, and of nothing twice', async () => {
    const { version } = await count('B1', 1);
    const before = await delta(version);
    expect(before[COLLECTIONS.handoverSide]?.rows).toEqual([]);
    await give('V5', 'B3');
    await t.send('testing.void-handover', { roundId: t.roundId, code: 'V5', note: '' });
    const after = await delta(version);
    expect(after[COLLECTIONS.handoverSide]?.rows).toMatchObject([
      { code: 'V5', side: 'given', voidedAt: expect.any(Number) },
    ]);
    expect(after[COLLECTIONS.boxCount]?.rows).toEqual([]);
  });

  it('hears of the numbers the area has set, so that its clock is the server’s', async () => {
    const { version } = await count('B1', 1);
    const dated = { key: 'testing.lab-minutes', value: 120, validFrom: t.world.clock.now(), source: '本区' };
    const row = { id: t.newId(), version: version + 1, setBy: 'secretary', ...dated };
    await t.world.write((tx) => insertSettings(tx, [row]));
    const rows = (await delta(version))[COLLECTIONS.setting]?.rows ?? [];
    expect(rows).toMatchObject([{ key: 'testing.lab-minutes', value: 120, roundId: t.roundId }]);
  });
});

describe('who may', () => {
  const refused = { outcome: 'refused', problems: [{ code: 'command.not-allowed' }] };

  it('count, give and take: only who has testing duty or leads', async () => {
    expect(await count('B1', 1, {}, t.stranger)).toMatchObject(refused);
    expect(await give('V6', 'B1', {}, t.stranger)).toMatchObject(refused);
    expect(await take('V6', 'B1', t.stranger)).toMatchObject(refused);
  });

  it('take a hand-over back: only who leads', async () => {
    const body = { roundId: t.roundId, code: 'V1', note: '' };
    expect(await t.send('testing.void-handover', body, t.sampler)).toMatchObject(refused);
  });

  it('look at boxes and differences: only who oversees', async () => {
    const { roundId } = t;
    for (const ask of [
      () => t.ask((c) => c.transport({ roundId }), t.sampler),
      () => t.ask((c) => c.gaps({ roundId }), t.sampler),
      () => t.ask((c) => c.summary({ roundId }), t.sampler),
    ]) {
      await expect(ask()).rejects.toMatchObject({ kind: { code: 'query.not-allowed' } });
    }
  });
});
