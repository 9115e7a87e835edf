import Fastify, { type FastifyInstance } from 'fastify';
import type { Actor } from '#kernel/access/access.ts';
import { ProblemError, type problem } from '#kernel/problem/problem.ts';
import { queryProblems } from '#kernel/query/context.ts';
import { testingRoutes } from '../server/routes.ts';
import { testingDoors } from './mounted.ts';
import type { TestingWorld } from './world.ts';

/** Testing's own routes over a world, asked by whoever a test says; the second factor is shown unless told otherwise. */
export class ServedTesting {
  private asking: Actor;
  private shown = true;
  private readonly app: FastifyInstance;

  constructor(t: TestingWorld) {
    this.asking = t.leader;
    this.app = Fastify();
    this.app.setErrorHandler((error, _request, reply) =>
      error instanceof ProblemError
        ? reply.code(error.kind.status).send(error.problem)
        : reply.code(500).send({ code: 'unexpected' }),
    );
    const { world } = t;
    testingRoutes(
      this.app,
      {
        clock: world.clock,
        rules: world.registry.rules,
        dataFolder: '',
        whoAsks: async () => ({ areaId: world.areaId, actor: this.asking, deviceId: null }),
        requireStepUp: async () => {
          if (!this.shown) throw new ProblemError(queryProblems['not-allowed'], { action: 'step-up' });
        },
        submit: async () => [],
        read: (areaId, work) => world.read(work, areaId),
      },
      testingDoors,
    );
  }

  /** @param factor whether the second factor was shown */
  async get(path: string, actor: Actor, factor = true) {
    this.asking = actor;
    this.shown = factor;
    const response = await this.app.inject(path);
    return { status: response.statusCode, headers: response.headers, body: response.rawPayload };
  }

  close(): Promise<void> {
    return this.app.close();
  }
}

/** The problem an answer names. */
export const problemIn = ({ body }: { readonly body: Buffer }): string =>
  (JSON.parse(body.toString()) as ReturnType<typeof problem>).code;
