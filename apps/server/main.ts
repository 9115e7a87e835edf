import type { FastifyInstance } from 'fastify';
import { mountResident, type ResidentParts } from '#apps/resident/routes.ts';
import { mountTrust } from '#apps/trust/routes.ts';
import { closingRoutes } from '#core/closing/module.ts';
import { type LiveChannel, openLiveChannel } from '#kernel/sync/server/live.ts';
import { refuseClosed } from './closed-areas.ts';
import type { RunningServer, ServerConfig } from './config.ts';
import { deviceNotes } from './device-notes.ts';
import { type Doors, makeDoors } from './doors.ts';
import { connectionLost, type House, openHouse } from './house.ts';
import { createHttp } from './http.ts';
import { createPlain } from './plain.ts';
import { markPracticeExports } from './practice-exports.ts';
import { residentZones } from './resident-zones.ts';
import { mountNetwork } from './routes-network.ts';
import { mountOps } from './routes-ops.ts';
import { mountOpenApi, mountQueries, routerOf } from './routes-rpc.ts';
import { mountSync } from './routes-sync.ts';
import { keepToHttps, mountWeb } from './routes-web.ts';

/** Opens the house on a migrated database and listens. `close` waits for what is under way. */
export async function startServer(config: ServerConfig): Promise<RunningServer> {
  const house = await openHouse(config);
  const live = await openLiveChannel(config.databaseUrl, connectionLost(config.log));
  const closeHouse = async () => {
    await live.close();
    await house.close();
  };
  try {
    const doors = makeDoors(config);
    const [app, plain] = [await mountAll(config, house, live, doors), await plainOf(config, house, doors)];
    const open = await doors.open(app, plain);
    await house.closer.resume();
    const token = await house.accounts.setUpToken();
    return {
      address: open.address,
      plainAddress: open.plainAddress,
      reach: doors.reach,
      setupLink: token ? `${doors.firstOrigin()}/console/set-up#${token}` : null,
      async close() {
        await open.close();
        await closeHouse();
      },
    };
  } catch (error) {
    // Or the live channel would look for its database for ever, and the process never end.
    await closeHouse();
    throw error;
  }
}

async function mountAll(
  config: ServerConfig,
  house: House,
  live: LiveChannel,
  { reach, httpsOrigin }: Doors,
): Promise<FastifyInstance> {
  const { log, tls, webRoot } = config;
  const { host, modules, db, ring, metrics } = house;
  const app = await createHttp(log, tls?.source.pair);
  refuseClosed(app, house.closer);
  const router = routerOf(modules);
  markPracticeExports(app, host.practisesFor);
  if (isEncrypted(config) && !tls?.authority) keepToHttps(app);
  mountSync(app, {
    host,
    sources: modules.flatMap((m) => m.sync ?? []),
    live,
    devices: deviceNotes(db, ring),
    endSessions: house.accounts.endDeviceSessions,
  });
  mountQueries(app, host, router);
  await mountOpenApi(app, router, modules);
  mountOps(app, db, metrics);
  mountNetwork(app, reach);
  for (const module of modules) module.routes?.(app, host);
  house.practice.mount(app);
  closingRoutes(app, host, house.closer);
  mountResident(app, residentParts(house, isEncrypted(config)));
  if (tls?.authority) mountTrust(app, { authority: tls.authority, httpsOrigin });
  mountWeb(app, webRoot);
  return app;
}

function plainOf({ log, tls, webRoot }: ServerConfig, house: House, { httpsOrigin }: Doors) {
  if (!tls) return null;
  const { authority } = tls;
  return createPlain({ log, webRoot, httpsOrigin, authority, resident: residentParts(house, false) });
}

const isEncrypted = ({ tls, publicOrigin }: ServerConfig): boolean =>
  tls !== undefined || (publicOrigin?.startsWith('https:') ?? false);

const residentParts = ({ areas, host, practice }: House, encrypted: boolean): ResidentParts => ({
  encrypted,
  areas,
  practiceName: practice.nameOf,
  zones: residentZones(host),
  clock: host.clock,
  timeZone: 'Asia/Shanghai',
});
