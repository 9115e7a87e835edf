import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Database } from '#kernel/db/pool.ts';
import type { Metrics } from './metrics.ts';

/** Liveness, readiness and metrics. */
export function mountOps(app: FastifyInstance, db: Database, metrics: Metrics): void {
  app.get('/api/health', async () => ({ status: 'up' }));

  app.get('/api/ready', async () => {
    await sql`select 1`.execute(db);
    return { status: 'ready' };
  });

  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}
