import type { Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Announcement, announce } from '#kernel/tls/announce.ts';
import { CONCERTO_LOCAL, lanAddresses } from '#kernel/tls/network.ts';
import type { Reach, ReachMode } from '#kernel/tls/reach.ts';
import type { ServerConfig } from './config.ts';
import { originOf, reachOf } from './reach.ts';
import { watchTls } from './tls-watch.ts';

/** Where the server is entered: one port, or with HTTPS of its own two. */
export interface Doors {
  reach(): Reach;
  /** The HTTPS origin that stands for the host a request came to. */
  httpsOrigin(request: FastifyRequest): string;
  /** What the set-up link begins with: on this machine, over the trust page where there is one. */
  firstOrigin(): string;
  /** @throws with code EADDRINUSE and `port` when another program has one of the ports; then none is open */
  open(app: FastifyInstance, plain: FastifyInstance | null): Promise<OpenDoors>;
}

interface OpenDoors {
  readonly address: string;
  readonly plainAddress: string | null;
  close(): Promise<void>;
}

export function makeDoors(config: ServerConfig): Doors {
  const { tls, log, host } = config;
  const publicOrigin = config.publicOrigin ?? null;
  const ports = { httpPort: config.port, httpsPort: tls?.port ?? 0 };
  const mode = modeOf(config);
  let announcement: Announcement | null = null;
  const reach = () =>
    reachOf({
      mode,
      listening: host,
      ...ports,
      publicOrigin,
      fingerprint: tls?.authority?.fingerprint ?? null,
      names: tls?.source.names ?? [],
      addresses: lanAddresses(),
      announced: announcement === null ? null : CONCERTO_LOCAL,
    });
  const first = () => reach().origins[0] ?? '';
  return {
    reach,
    firstOrigin: () => {
      if (mode === 'own' || mode === 'proxy') return first();
      return originOf('http', isEverywhere(host) ? 'localhost' : host, ports.httpPort);
    },
    httpsOrigin: ({ hostname }) => {
      const asked = hostname.replace(/^\[|\]$/g, '').toLowerCase();
      const isOurs = publicOrigin === null && tls?.source.names.includes(asked);
      return isOurs ? originOf('https', asked, ports.httpsPort) : first();
    },
    async open(app, plain) {
      if (!tls || !plain) {
        const address = await app.listen({ port: config.port, host });
        ports.httpPort = portOf(app);
        return { address, plainAddress: null, close: () => app.close() };
      }
      const address = await app.listen({ port: tls.port, host });
      ports.httpsPort = portOf(app);
      const plainAddress = await plain.listen({ port: config.port, host }).catch(async (error: unknown) => {
        await app.close();
        throw error;
      });
      ports.httpPort = portOf(plain);
      if (mode === 'local' && isEverywhere(host))
        announcement = await announce(CONCERTO_LOCAL, addressesToTell);
      const unwatch = watchTls(app.server as unknown as Server, tls.source, log);
      return {
        address,
        plainAddress,
        async close() {
          unwatch();
          await announcement?.end();
          await Promise.all([app.close(), plain.close()]);
        },
      };
    },
  };
}

function modeOf({ tls, publicOrigin }: ServerConfig): ReachMode {
  if (tls) return tls.authority ? 'local' : 'own';
  return publicOrigin === undefined ? 'plain' : 'proxy';
}

const isEverywhere = (host: string): boolean => host === '0.0.0.0' || host === '::';

const portOf = (app: FastifyInstance): number => (app.server.address() as AddressInfo).port;

/** A phone takes the first it hears: bridges and tunnels are told only where there is nothing else. */
function addressesToTell(): string[] {
  const four = lanAddresses().filter(({ family }) => family === 4);
  const real = four.filter((one) => !one.virtual);
  return (real.length > 0 ? real : four).map(({ address }) => address);
}
