import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { accountsMigrations } from '#core/accounts/module.ts';
import type { Actor } from '#kernel/access/access.ts';
import { TestWorld } from '#kernel/command/testing/world.ts';
import { type KeyRing, openKeyRing } from '#kernel/crypto/key-ring.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Caller, Host } from '#kernel/host.ts';
import type { Module } from '#kernel/module.ts';
import { keysDoor, privacyModule } from '../module.ts';
import type { PrivacyDoors } from '../server/doors.ts';
import { privacyQueries } from '../server/queries.ts';

/**
 * Privacy beside whatever modules a test brings, over a real database and real key files. The write path holds the
 * keys as a running server does; privacy changes them through a key ring of its own, as the command line does.
 */
export async function openPrivacyWorld(modules: readonly Module[] = []) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'concerto-privacy-'));
  const ofServer: KeyRing = openKeyRing(join(dataFolder, 'keys'));
  const ofCommandLine = openKeyRing(join(dataFolder, 'keys'));
  const doors: PrivacyDoors = {
    personalData: modules.flatMap((m) => m.personalData ?? []),
    sealed: modules.flatMap((m) => m.sealed ?? []),
    keys: keysDoor(dataFolder, ofCommandLine),
    members: { names: async () => new Map() },
  };
  const accounts = { ...accountsMigrations, rules: {} };
  const world = await TestWorld.open([...modules, accounts, privacyModule(doors)], ofServer);
  const secretary = world.actor('role:secretary');
  const system = world.actor('system');
  const by: Caller = { areaId: world.areaId, actor: system, deviceId: null };
  const host: Pick<Host, 'clock' | 'submit' | 'read'> = {
    clock: world.clock,
    submit: (_areaId, commands) => world.push(system, commands),
    read: (areaId, work) => world.read(work, areaId),
  };
  const ask = <T>(actor: Actor, question: (client: PrivacyClient) => Promise<T>): Promise<T> =>
    world.read((tx) => question(clientOf(doors, tx, actor, world)));
  return {
    world,
    secretary,
    by,
    host,
    doors,
    dataFolder,
    ring: ofCommandLine,
    ask,
    async close() {
      await world.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

export type PrivacyWorld = Awaited<ReturnType<typeof openPrivacyWorld>>;

const clientOf = (doors: PrivacyDoors, tx: AreaTx, actor: Actor, world: TestWorld) =>
  createRouterClient(privacyQueries(doors), {
    context: { tx, actor, now: world.clock.now(), rules: world.registry.rules },
  });
type PrivacyClient = ReturnType<typeof clientOf>;
