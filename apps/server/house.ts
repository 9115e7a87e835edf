import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import { DEMO_AREA_NAME, seedDemo } from '#apps/cli/demo.ts';
import {
  type AccountsHouse,
  destroyAccounts,
  loadActors,
  openAccountsHouse,
  systemActor,
} from '#core/accounts/module.ts';
import { type Closer, type ClosingHelp, openCloser } from '#core/closing/module.ts';
import { realAreaId } from '#core/codes/contract.ts';
import { placesReader } from '#core/places/module.ts';
import { openPractice, type Practice } from '#core/practice/module.ts';
import { type KeysDoor, keysDoor } from '#core/privacy/module.ts';
import {
  type Area,
  createArea,
  listAreas,
  listClosedAreas,
  listPracticeAreas,
} from '#kernel/command/server/area.ts';
import { WRITING } from '#kernel/command/server/area-writer.ts';
import { buildRegistry } from '#kernel/command/server/registry.ts';
import { type KeyRing, openKeyRing } from '#kernel/crypto/key-ring.ts';
import { dropArea } from '#kernel/db/drop-area.ts';
import { type Database, openDatabase } from '#kernel/db/pool.ts';
import { filesFolder } from '#kernel/files/module.ts';
import { folderStore } from '#kernel/files/server/file-store.ts';
import type { Caller } from '#kernel/host.ts';
import { type Clock, systemClock } from '#kernel/time-id/clock.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { APP_VERSION } from './app-version.ts';
import { createHost, type ServerHost } from './host.ts';
import { withoutData } from './http.ts';
import { identityOf } from './identity.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { composeModules, declaredBy, type Mounted } from './modules.ts';
import { practiceWorld } from './practice-world.ts';

export interface HouseOptions {
  /** The owner's URL of a PostgreSQL ≥ 15, migrated. */
  readonly databaseUrl: string;
  /** Keys, files and the set-up token. */
  readonly dataFolder: string;
  readonly log: FastifyBaseLogger;
  /** The address people use when a proxy stands in front, e.g. `https://concerto.example.org`. */
  readonly publicOrigin?: string;
  /** HTTPS without a proxy: cookies travel over it only. */
  readonly tls?: object;
  readonly clock?: Clock;
  /** What whoever runs the house does for a closing; without it one rests where it needs it. */
  readonly closing?: ClosingHelp;
}

/** Everything but HTTP: what the server, the command line and the benches work with. */
export interface House {
  readonly host: ServerHost;
  readonly accounts: AccountsHouse;
  readonly modules: readonly Mounted[];
  readonly practice: Practice;
  readonly closer: Closer;
  readonly metrics: Metrics;
  readonly db: Database;
  readonly ring: KeyRing;
  /** What may be told of the key files. */
  readonly keys: KeysDoor;
  /** The area of that name, made when there is none. */
  areaNamed(name: string): Promise<string>;
  /** Real ones only: no practice area is counted, exported or shown. */
  areas(): Promise<readonly Area[]>;
  /** The server acting by itself in an area: every permission. @param id `system`, or `cli` for the command line */
  system(areaId: string, id?: 'system' | 'cli'): Caller;
  close(): Promise<void>;
}

export async function openHouse(options: HouseOptions): Promise<House> {
  const { databaseUrl, dataFolder, log } = options;
  const clock = options.clock ?? systemClock;
  await mkdir(dataFolder, { recursive: true });
  const onConnectionLost = connectionLost(log);
  const db = openDatabase(databaseUrl, { onConnectionLost });
  const writing = openDatabase(databaseUrl, { maxConnections: WRITING, onConnectionLost });
  // Who asks is looked up before anything else: neither a push nor a sign-in stands in line behind what screens ask.
  const identifying = openDatabase(databaseUrl, { maxConnections: 4, onConnectionLost });
  const owner = openDatabase(databaseUrl, { role: 'owner', maxConnections: 1, onConnectionLost });
  const destroyer = openDatabase(databaseUrl, { role: 'owner', maxConnections: 1, onConnectionLost });
  const ring = openKeyRing(join(dataFolder, 'keys'));
  const metrics = createMetrics();
  const files = folderStore(filesFolder(dataFolder));

  const system: House['system'] = (areaId, id = 'system') => ({
    areaId,
    actor: systemActor(id),
    deviceId: null,
  });
  const areas = () => listAreas(owner);
  const areaNamed = async (name: string): Promise<string> => {
    const standing = (await areas()).find((area) => area.name === name);
    if (standing) return standing.areaId;
    const areaId = realAreaId(uuidv7(clock.now()));
    await createArea(db, ring, { areaId, name }, clock.now());
    return areaId;
  };

  const demoArea = async (): Promise<string> => {
    const areaId = await areaNamed(DEMO_AREA_NAME);
    await seedDemo(host, system(areaId));
    return areaId;
  };

  const accounts = await openAccountsHouse({
    db: identifying,
    dataFolder,
    clock,
    areas: { area: areaNamed, demoArea },
    publicOrigin: options.publicOrigin,
    secureCookies: options.tls !== undefined || (options.publicOrigin?.startsWith('https:') ?? false),
  });
  const keys = keysDoor(dataFolder, ring);
  const modules = composeModules(accounts.module, keys);
  const host = createHost({
    db,
    writing,
    ring,
    registry: buildRegistry(modules),
    identity: identityOf(accounts, identifying, ring),
    clock,
    dataFolder,
    stages: metrics.stages,
    onThrow: (error) => {
      metrics.throws.inc();
      log.error({ err: withoutData(error) }, 'a batch threw and is replayed one by one');
    },
  });

  const dropPractice = async (areaId: string): Promise<void> => {
    await accounts.dropPlaces(areaId);
    await dropArea(owner, areaId);
    await ring.destroy(areaId);
    await files.dropArea(areaId);
  };

  const practice = openPractice({
    host,
    accounts,
    places: placesReader,
    loadActors,
    system,
    seed: practiceWorld,
    groups: ['testing'],
    areas: {
      of: (realAreaId) => listPracticeAreas(owner, realAreaId),
      make: (area) => createArea(db, ring, area, clock.now()),
      drop: dropPractice,
    },
    onThrow: (error) => log.error({ err: withoutData(error) }, 'a replaced practice area still stands'),
  });

  const closer = openCloser({
    host,
    owner: destroyer,
    closedAreas: () => listClosedAreas(owner),
    ring,
    files,
    ...declaredBy(modules),
    program: APP_VERSION,
    destroyAccounts,
    forgetSessions: accounts.forget,
    practice: { of: (areaId) => listPracticeAreas(owner, areaId), drop: dropPractice },
    system,
    help: options.closing ?? null,
    onThrow: (error) => log.error({ err: withoutData(error) }, 'a closing did not go on'),
  });

  return {
    host,
    accounts,
    modules,
    practice,
    closer,
    metrics,
    db,
    ring,
    keys,
    areaNamed,
    areas,
    system,
    close: async () => {
      await practice.settled();
      await closer.settled();
      await Promise.all([db, writing, identifying, owner, destroyer].map((each) => each.destroy()));
    },
  };
}

/** A server that restarts or shuts down ends its connections; the work under way fails by itself. */
export const connectionLost = (log: FastifyBaseLogger) => (error: Error) =>
  log.warn({ err: withoutData(error) }, 'a database connection ended');
