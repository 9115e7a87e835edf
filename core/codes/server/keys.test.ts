import { randomUUID } from 'node:crypto';
import { call } from '@orpc/server';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/access/access.ts';
import { TestWorld } from '#kernel/command/testing/world.ts';
import {
  isProblem,
  KEY_COLLECTION,
  KEYS_TERM,
  readCode,
  type SigningKey,
  verifySigned,
} from '../contract.ts';
import { codesModule } from '../module.ts';
import { firstKey } from './first-key.ts';
import { queries } from './queries.ts';
import { signGrants } from './signer.ts';
import { sync } from './sync.ts';

const HOUR = 3_600_000;
const subjectId = randomUUID();

describe('signing keys of an area', () => {
  let world: TestWorld;
  let secretary: Actor;
  beforeEach(async () => {
    world = await TestWorld.open([codesModule]);
    secretary = world.actor('role:secretary');
  });
  afterEach(() => world.close());

  const rotate = (keyId: string, revokeOld = false, actor = secretary) =>
    world.send(actor, 'codes.rotate-key', { keyId, revokeOld });
  const signPass = async (hours = 48) => {
    const now = world.clock.now();
    const grant = { kind: 'pass', subjectId, notBefore: now, expiresAt: now + hours * HOUR } as const;
    const [text = ''] = await world.read((tx) => signGrants(tx, [grant], now));
    return text;
  };
  const pulled = async (since = 0) => {
    const delta = await world.read((tx) => sync.delta(tx, secretary, KEYS_TERM, since));
    return (delta[KEY_COLLECTION]?.rows ?? []) as unknown as SigningKey[];
  };
  /** What a phone says that has pulled the keys: through text, as it is scanned. */
  const onPhone = async (text: string) => {
    const read = readCode(text, { areaId: world.areaId, labs: [] });
    if (isProblem(read) || read.kind !== 'signed') return 'unread';
    const keys = await pulled();
    const result = await verifySigned(read.text, { areaId: world.areaId, keys, now: world.clock.now() });
    return isProblem(result) ? result.code : result.subjectId;
  };

  test('without a key nothing is signed', async () => {
    await expect(signPass()).rejects.toMatchObject({ kind: { code: 'codes.no-key' } });
  });

  test('what the server signs, a phone verifies with the public keys it pulled', async () => {
    expect(await rotate(randomUUID())).toMatchObject({ outcome: 'done' });
    expect(await onPhone(await signPass())).toBe(subjectId);
  });

  test('a change of key leaves what the old one signed, and a new code is signed by the new one', async () => {
    await rotate(randomUUID());
    const before = await signPass();
    world.clock.advance(HOUR);
    await rotate(randomUUID());
    const after = await signPass();
    world.clock.advance(HOUR);
    expect(await onPhone(before)).toBe(subjectId);
    expect(await onPhone(after)).toBe(subjectId);
    expect((await pulled()).map((key) => key.validUntil)).toEqual([null, world.clock.now() - HOUR]);
  });

  test('changed and withdrawn: what the old key signed is void', async () => {
    await rotate(randomUUID());
    const before = await signPass();
    world.clock.advance(HOUR);
    await rotate(randomUUID(), true);
    expect(await onPhone(before)).toBe('codes.revoked-key');
    expect(await onPhone(await signPass())).toBe(subjectId);
  });

  test('an old key is withdrawn later, once or twice', async () => {
    const old = randomUUID();
    await rotate(old);
    const before = await signPass();
    world.clock.advance(HOUR);
    await rotate(randomUUID());
    const withdraw = () => world.send(secretary, 'codes.revoke-key', { keyId: old });
    expect(await withdraw()).toMatchObject({ outcome: 'done' });
    expect(await withdraw()).toMatchObject({ outcome: 'done' });
    expect(await onPhone(before)).toBe('codes.revoked-key');
  });

  test('refuses to withdraw the key in use, an unknown one, and to make one twice', async () => {
    const keyId = randomUUID();
    await rotate(keyId);
    const codeOf = async (answer: ReturnType<typeof rotate>) => (await answer).problems[0]?.code;
    expect(await codeOf(world.send(secretary, 'codes.revoke-key', { keyId }))).toBe('codes.key-in-use');
    expect(await codeOf(world.send(secretary, 'codes.revoke-key', { keyId: randomUUID() }))).toBe(
      'codes.no-such-key',
    );
    expect(await codeOf(rotate(keyId))).toBe('codes.key-exists');
  });

  test('two changes in one batch: the second puts the first away', async () => {
    const ids = [randomUUID(), randomUUID()];
    const answers = await world.push(
      secretary,
      ids.map((keyId) => world.envelope(secretary, 'codes.rotate-key', { keyId, revokeOld: false })),
    );
    expect(answers.map((a) => a.outcome)).toEqual(['done', 'done']);
    const inUse = (await pulled()).filter((key) => key.validUntil === null);
    expect(inUse.map((key) => key.id)).toEqual([ids[1]]);
  });

  test.each(['role:volunteer', 'role:leader:testing', 'duty:testing'])('%s may not', async (grant) => {
    const answer = await rotate(randomUUID(), false, world.actor(grant));
    expect(answer).toMatchObject({ outcome: 'refused', problems: [{ code: 'command.not-allowed' }] });
    expect(await pulled()).toEqual([]);
  });

  test('private halves are sealed, erased when put away, and never in the log', async () => {
    const old = randomUUID();
    await rotate(old);
    const stored = async () =>
      (
        await sql<{
          id: string;
          seed: Buffer | null;
        }>`select id, sealed_seed as seed from codes.signing_key`.execute(world.database.owner)
      ).rows;
    const seed = (await stored())[0]?.seed;
    const opened = world.keys.open(seed ?? Buffer.alloc(0), 'codes.signing_key.seed');
    expect(opened).toMatch(/^[0-9a-f]{64}$/);
    expect(() => world.keys.open(seed ?? Buffer.alloc(0), 'codes.other')).toThrow();
    await rotate(randomUUID());
    expect((await stored()).find((row) => row.id === old)?.seed).toBeNull();
    const log = await sql<{ sealed: Buffer }>`select sealed from kernel.command_log`.execute(
      world.database.owner,
    );
    for (const row of log.rows)
      expect(world.keys.open(row.sealed, 'kernel.command_log')).not.toContain(opened);
  });

  test('the first member of an area brings the first key, the next ones none', async () => {
    const joined = (version: number) => ({
      type: 'accounts.member-added',
      data: {},
      stamp: {
        version,
        commandId: randomUUID(),
        actorId: secretary.id,
        deviceId: null,
        at: world.clock.now(),
        receivedAt: world.clock.now(),
      },
    });
    await world.write((tx) => firstKey.handle(tx, [joined(1), joined(2)]));
    await world.write((tx) => firstKey.handle(tx, [joined(3)]));
    expect(await pulled()).toHaveLength(1);
    expect(await pulled(1)).toEqual([]);
    expect(await onPhone(await signPass())).toBe(subjectId);
  });

  test('reach every member, one pull after a change only what changed, and no stranger', async () => {
    const first = await rotate(randomUUID());
    await world.send(secretary, 'codes.rotate-key', { keyId: randomUUID(), revokeOld: false });
    expect(await pulled(first.version)).toHaveLength(2);
    const terms = (actor: Actor) => world.read((tx) => sync.terms(tx, actor, world.clock.now()));
    expect(await terms(world.actor('role:volunteer'))).toEqual([KEYS_TERM]);
    expect(await terms(world.actor())).toEqual([]);
    expect(await terms(world.actor({ grant: 'duty:testing', from: 0, until: 1 }))).toEqual([]);
    for (const key of await pulled()) expect(Object.keys(key)).not.toContain('sealedSeed');
  });

  test('another area sees none of them', async () => {
    await rotate(randomUUID());
    const other = await world.database.newArea();
    const delta = await world.read((tx) => sync.delta(tx, secretary, KEYS_TERM, 0), other);
    expect(delta[KEY_COLLECTION]?.rows).toEqual([]);
  });

  test('the list of keys is for the secretary', async () => {
    const keyId = randomUUID();
    await rotate(keyId);
    const ask = (actor: Actor) =>
      world.read((tx) =>
        call(queries.keys, undefined, {
          context: { tx, actor, now: world.clock.now(), rules: world.registry.rules },
        }),
      );
    expect((await ask(secretary)).keys).toMatchObject([{ id: keyId, validUntil: null, revokedAt: null }]);
    await expect(ask(world.actor('role:volunteer'))).rejects.toThrow();
  });
});
