import type { FastifyInstance } from 'fastify';
import type { Reach } from '#kernel/tls/reach.ts';

/** Under which addresses phones come, for the shells' notices and the console's codes; known to whoever asks. */
export function mountNetwork(app: FastifyInstance, reach: () => Reach): void {
  app.get('/api/network', async (_request, reply) => reply.header('cache-control', 'no-store').send(reach()));
}
