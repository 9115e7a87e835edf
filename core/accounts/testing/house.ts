import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { practiceAreaId, realAreaId } from '#core/codes/contract.ts';
import type { Actor } from '#kernel/access/access.ts';
import type { Answer, CommandEnvelope } from '#kernel/command/command.ts';
import { createArea } from '#kernel/command/server/area.ts';
import { AreaWriter } from '#kernel/command/server/area-writer.ts';
import { parseCommand } from '#kernel/command/server/parse.ts';
import { buildRegistry, type CommandRegistry } from '#kernel/command/server/registry.ts';
import { StageTimer } from '#kernel/command/server/stages.ts';
import { type KeyRing, openKeyRing } from '#kernel/crypto/key-ring.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { ModuleMigrations } from '#kernel/db/migration-files.ts';
import { type TestDatabase, testDatabase } from '#kernel/db/testing/database.ts';
import { inArea } from '#kernel/db/transaction.ts';
import type { Host } from '#kernel/host.ts';
import type { Module } from '#kernel/module.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { FixedClock } from '#kernel/time-id/clock.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { GRANT_SOURCES, loadActors } from '../server/actors.ts';
import { type AccountsHouse, accountsMigrations, openAccountsHouse } from '../server/open-accounts.ts';

const folder = (module: string): ModuleMigrations => ({
  name: module,
  migrations: new URL(`../../${module}/migrations/`, import.meta.url),
});

/** A Wednesday in April, 8 o'clock in Shanghai. */
export const MORNING = Date.parse('2022-04-06T08:00:00+08:00');

/** A whole house on a real database: accounts with whatever modules a test mounts beside it. */
export interface TestHouse {
  readonly database: TestDatabase;
  readonly clock: FixedClock;
  readonly accounts: AccountsHouse;
  readonly registry: CommandRegistry;
  readonly dataFolder: string;
  /** The HTTP of accounts; problems answer as JSON with their status. */
  readonly app: FastifyInstance;
  newArea(name?: string, practisesFor?: string): Promise<string>;
  /** One command as somebody, now; the body is taken as it is. */
  send(areaId: string, actorId: string, kind: string, body: object, at?: number): Promise<Answer>;
  read<T>(areaId: string, work: (tx: AreaTx) => Promise<T>): Promise<T>;
  loadActors(areaId: string, ids: readonly string[]): Promise<ReadonlyMap<string, Actor>>;
  close(): Promise<void>;
}

export interface TestHouseOptions {
  /** Runs before the demo area is made. */
  readonly beforeDemoArea?: () => void;
}

export async function testHouse(
  others: readonly Module[] = [],
  options: TestHouseOptions = {},
): Promise<TestHouse> {
  const database = await testDatabase([
    folder('places'),
    accountsMigrations,
    folder('roster'),
    folder('conduct'),
    folder('handovers'),
    folder('zones'),
    folder('devices'),
  ]);
  const dataFolder = await mkdtemp(join(tmpdir(), 'concerto-accounts-'));
  const ring: KeyRing = openKeyRing(join(dataFolder, 'keys'));
  const clock = new FixedClock(MORNING);
  const newArea: TestHouse['newArea'] = async (name = '清源居民区', practisesFor) => {
    const fresh = uuidv7(clock.now());
    const areaId = practisesFor === undefined ? realAreaId(fresh) : practiceAreaId(fresh, practisesFor);
    await createArea(
      database.db,
      ring,
      { areaId, name, ...(practisesFor === undefined ? {} : { practisesFor }) },
      clock.now(),
    );
    return areaId;
  };
  const accounts = await openAccountsHouse({
    db: database.db,
    dataFolder,
    clock,
    secureCookies: false,
    areas: {
      area: (name) => newArea(name),
      demoArea: async () => {
        options.beforeDemoArea?.();
        return newArea('演示居民区');
      },
    },
  });
  const registry = buildRegistry([accounts.module, ...others]);
  const open = async <T>(areaId: string, work: (tx: AreaTx) => Promise<T>): Promise<T> =>
    inArea(database.db, areaId, await ring.of(areaId), work);
  const stages = new StageTimer(() => undefined);
  const writer = new AreaWriter(
    open,
    { registry, stages, loadActors, grantSources: GRANT_SOURCES },
    {
      committed: (areaId) => accounts.committed(areaId),
      threw: (error) => console.error(error),
    },
  );
  const submit = (
    areaId: string,
    commands: readonly CommandEnvelope[],
    callerId: string,
    isSystem: boolean,
  ) => {
    const receipt = { callerId, isSystem, deviceId: null, clockOffset: 0, receivedAt: clock.now() };
    return writer.submit(
      areaId,
      commands.map((command) => parseCommand(registry, command, receipt)),
    );
  };
  const read: Host['read'] = async (areaId, work) =>
    inArea(database.db, areaId, await ring.of(areaId), work, { readOnly: true });
  const host: Host = {
    clock,
    rules: registry.rules,
    dataFolder,
    async whoAsks(request) {
      const areaId = String(request.headers['x-concerto-area']);
      const { memberId } = await accounts.placeIn(request.headers, areaId);
      const actor = (await read(areaId, (tx) => loadActors(tx, [memberId]))).get(memberId);
      return { areaId, actor: actor ?? { id: memberId, grants: [] }, deviceId: null };
    },
    requireStepUp: ({ headers }) => accounts.requireStepUp(headers),
    submit: (areaId, commands, by) => submit(areaId, commands, by.actor.id, by.actor.id === 'system'),
    read,
  };
  const app = Fastify();
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof ProblemError) return reply.status(error.kind.status).send(error.problem);
    console.error(error);
    return reply.status(500).send({ code: 'test.unexpected' });
  });
  accounts.module.routes?.(app, host);

  return {
    database,
    clock,
    accounts,
    registry,
    dataFolder,
    app,
    newArea,
    async send(areaId, actorId, kind, body, at = clock.now()) {
      const command = { id: uuidv7(clock.now()), kind, v: 1, claimedAt: at, actorId, body };
      const isSystem = actorId === 'system';
      const [answer] = await submit(areaId, [command], actorId, isSystem);
      if (!answer) throw new Error('a command got no answer');
      return answer;
    },
    read,
    loadActors: (areaId, ids) => read(areaId, (tx) => loadActors(tx, ids)),
    async close() {
      await app.close();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
