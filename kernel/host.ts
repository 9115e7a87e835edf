import type { FastifyRequest } from 'fastify';
import type { AccessRules, Actor } from './access/access.ts';
import type { Answer, CommandEnvelope } from './command/command.ts';
import type { AreaTx } from './db/area-tx.ts';
import type { Clock } from './time-id/clock.ts';

/** Who stands behind a request, in which area. */
export interface Caller {
  readonly areaId: string;
  readonly actor: Actor;
  readonly deviceId: string | null;
}

/** What the composition root lends to a module's own HTTP routes and to the CLI. */
export interface Host {
  readonly clock: Clock;
  readonly rules: AccessRules;
  /** Where files, keys and the embedded database live. */
  readonly dataFolder: string;
  /** Throws `ProblemError` (401, 403) when the session or the place in the area is missing. */
  whoAsks(request: FastifyRequest): Promise<Caller>;
  /**
   * Before much leaves the house at once, e.g. an export: throws `ProblemError` (403) when the person must show the
   * second factor again.
   */
  requireStepUp(request: FastifyRequest): Promise<void>;
  /** The one way to write. Commands are decided in order; one answer each. */
  submit(areaId: string, commands: readonly CommandEnvelope[], by: Caller): Promise<readonly Answer[]>;
  /** A repeatable-read view of one area. */
  read<T>(areaId: string, work: (tx: AreaTx) => Promise<T>): Promise<T>;
}
