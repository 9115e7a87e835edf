import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openAccountsHouse } from '#core/accounts/module.ts';
import { createArea, listAreas } from '#kernel/command/server/area.ts';
import { buildRegistry } from '#kernel/command/server/registry.ts';
import { openKeyRing } from '#kernel/crypto/key-ring.ts';
import { openDatabase } from '#kernel/db/pool.ts';
import { openLiveChannel } from '#kernel/sync/server/live.ts';
import { systemClock } from '#kernel/time-id/clock.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { RunningServer, ServerConfig } from './config.ts';
import { deviceNotes } from './device-notes.ts';
import { createHost } from './host.ts';
import { createHttp, withoutData } from './http.ts';
import { identityOf } from './identity.ts';
import { composeModules } from './modules.ts';
import { createMetrics, mountOps } from './routes-ops.ts';
import { mountOpenApi, mountQueries, routerOf } from './routes-rpc.ts';
import { mountSync } from './routes-sync.ts';
import { mountWeb } from './routes-web.ts';

/** Opens the house on a migrated database and listens. `close` waits for what is under way. */
export async function startServer(config: ServerConfig): Promise<RunningServer> {
  const { dataFolder, databaseUrl, log } = config;
  const clock = config.clock ?? systemClock;
  await mkdir(dataFolder, { recursive: true });
  const lost = (error: Error) => log.warn({ err: withoutData(error) }, 'a database connection ended');
  const db = openDatabase(databaseUrl, { onConnectionLost: lost });
  const owner = openDatabase(databaseUrl, { role: 'owner', maxConnections: 1, onConnectionLost: lost });
  const ring = openKeyRing(join(dataFolder, 'keys'));
  const metrics = createMetrics();

  const areaNamed = async (name: string, at: number): Promise<string> => {
    const standing = (await listAreas(owner)).find((area) => area.name === name);
    if (standing) return standing.areaId;
    const areaId = uuidv7(at);
    await createArea(db, ring, { areaId, name }, at);
    return areaId;
  };
  const accounts = await openAccountsHouse({
    db,
    dataFolder,
    clock,
    areas: { area: areaNamed },
    secureCookies: false,
  });
  const modules = composeModules(accounts.module);
  const host = createHost({
    db,
    ring,
    registry: buildRegistry(modules),
    identity: identityOf(accounts, db, ring),
    clock,
    dataFolder,
    stages: metrics.stages,
    onThrow: (error) => {
      metrics.throws.inc();
      log.error({ err: withoutData(error) }, 'a batch threw and is replayed one by one');
    },
  });

  const live = await openLiveChannel(databaseUrl, lost);
  const app = createHttp(log);
  const router = routerOf(modules);
  mountSync(app, {
    host,
    sources: modules.flatMap((m) => m.sync ?? []),
    live,
    devices: deviceNotes(db, ring),
  });
  mountQueries(app, host, router);
  await mountOpenApi(app, router);
  mountOps(app, db, metrics);
  for (const module of modules) module.routes?.(app, host);
  mountWeb(app, config.webRoot);

  const address = await app.listen({ port: config.port, host: config.host });
  const token = await accounts.setUpToken();
  return {
    address,
    setupLink: token ? `${address}/console/setup#${token}` : null,
    async close() {
      await app.close();
      await live.close();
      await Promise.all([db.destroy(), owner.destroy()]);
    },
  };
}
