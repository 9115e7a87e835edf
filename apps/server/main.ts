import { mountResident } from '#apps/resident/routes.ts';
import { openLiveChannel } from '#kernel/sync/server/live.ts';
import type { RunningServer, ServerConfig } from './config.ts';
import { deviceNotes } from './device-notes.ts';
import { connectionLost, openHouse } from './house.ts';
import { createHttp } from './http.ts';
import { mountOps } from './routes-ops.ts';
import { mountOpenApi, mountQueries, routerOf } from './routes-rpc.ts';
import { mountSync } from './routes-sync.ts';
import { mountWeb } from './routes-web.ts';

/** Opens the house on a migrated database and listens. `close` waits for what is under way. */
export async function startServer(config: ServerConfig): Promise<RunningServer> {
  const { log } = config;
  const house = await openHouse(config);
  const { host, modules, db, ring, metrics, accounts } = house;
  const live = await openLiveChannel(config.databaseUrl, connectionLost(log));
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
  house.practice.mount(app);
  mountResident(app, { areas: house.areas, clock: host.clock, timeZone: 'Asia/Shanghai' });
  mountWeb(app, config.webRoot);

  const address = await app.listen({ port: config.port, host: config.host });
  const token = await accounts.setUpToken();
  return {
    address,
    setupLink: token ? `${config.publicOrigin ?? address}/console/set-up#${token}` : null,
    async close() {
      await app.close();
      await live.close();
      await house.close();
    },
  };
}
