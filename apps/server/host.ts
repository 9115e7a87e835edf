import type { FastifyRequest } from 'fastify';
import { type Actor, SYSTEM_GRANT } from '#kernel/access/access.ts';
import type { Answer, CommandEnvelope } from '#kernel/command/command.ts';
import { AreaWriter } from '#kernel/command/server/area-writer.ts';
import { type Parsed, parseCommand, type Receipt } from '#kernel/command/server/parse.ts';
import type { CommandRegistry } from '#kernel/command/server/registry.ts';
import type { StageTimer } from '#kernel/command/server/stages.ts';
import type { KeyRing } from '#kernel/crypto/key-ring.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Database } from '#kernel/db/pool.ts';
import { inArea } from '#kernel/db/transaction.ts';
import type { Caller, Host } from '#kernel/host.ts';
import type { Clock } from '#kernel/time-id/clock.ts';
import { Turns } from '#kernel/together/turns.ts';

/** What the house needs from accounts: who a session is, and what members may do. */
export interface Identity {
  /** The asking member. Throws `ProblemError` 401 without a session, 403 without a place in the area. */
  placeOf(request: FastifyRequest): Promise<{ readonly areaId: string; readonly memberId: string }>;
  /** The same with the member's grants. */
  whoAsks(request: FastifyRequest): Promise<Caller>;
  /** The real area a practice area stands in for; null for a real one. Remembered. */
  practisesFor(areaId: string): Promise<string | null>;
  loadActors(tx: AreaTx, ids: readonly string[]): Promise<ReadonlyMap<string, Actor>>;
  /** The first parts of the events that may change what `loadActors` gives. */
  readonly grantSources: readonly string[];
  /** Throws `ProblemError` 403 when the second factor must be shown again. */
  requireStepUp(request: FastifyRequest): Promise<void>;
  /** A batch was committed: what it ended must not be remembered. */
  committed(areaId: string): void;
}

export interface HostParts {
  readonly db: Database;
  /** For commands alone: they never stand in line for a connection behind what screens ask. */
  readonly writing: Database;
  readonly ring: KeyRing;
  readonly registry: CommandRegistry;
  readonly identity: Identity;
  readonly clock: Clock;
  readonly dataFolder: string;
  readonly stages: StageTimer;
  /** Told of every batch that threw. */
  readonly onThrow: (error: unknown) => void;
}

/** A host that also takes a whole batch as it arrived, for the push route. */
export interface ServerHost extends Host {
  readonly placeOf: Identity['placeOf'];
  readonly practisesFor: Identity['practisesFor'];
  readonly loadActors: Identity['loadActors'];
  push(areaId: string, commands: readonly unknown[], receipt: Receipt): Promise<readonly Answer[]>;
  /** The same for a batch whose commands have authors and devices of their own. */
  pushEach(areaId: string, commands: readonly Received[]): Promise<readonly Answer[]>;
}

export interface Received {
  readonly command: unknown;
  readonly receipt: Receipt;
}

export const isSystem = (actor: Actor): boolean => actor.grants.some((g) => g.grant === SYSTEM_GRANT);

/** Wires the write path and the read path to one database, by connections of their own. */
export function createHost(parts: HostParts): ServerHost {
  const { db, writing, ring, registry, identity, clock, stages } = parts;
  const open = async <T>(areaId: string, work: (tx: AreaTx) => Promise<T>): Promise<T> =>
    inArea(writing, areaId, await ring.of(areaId), work);
  const tools = { registry, stages, loadActors: identity.loadActors, grantSources: identity.grantSources };
  const writer = new AreaWriter(open, tools, { committed: identity.committed, threw: parts.onThrow });

  const turns = new Turns();
  const parse = (commands: readonly Received[]): Promise<readonly Parsed[]> =>
    turns.take(() =>
      stages.timeSync('parse', () =>
        commands.map(({ command, receipt }) => parseCommand(registry, command, receipt)),
      ),
    );

  const pushEach: ServerHost['pushEach'] = async (areaId, commands) =>
    writer.submit(areaId, await parse(commands));

  const push: ServerHost['push'] = (areaId, commands, receipt) =>
    pushEach(
      areaId,
      commands.map((command) => ({ command, receipt })),
    );

  return {
    clock,
    rules: registry.rules,
    dataFolder: parts.dataFolder,
    whoAsks: identity.whoAsks,
    requireStepUp: identity.requireStepUp,
    placeOf: identity.placeOf,
    practisesFor: identity.practisesFor,
    loadActors: identity.loadActors,
    push,
    pushEach,
    submit: (areaId, commands: readonly CommandEnvelope[], by) =>
      push(areaId, commands, {
        callerId: by.actor.id,
        isSystem: isSystem(by.actor),
        deviceId: by.deviceId,
        clockOffset: 0,
        receivedAt: clock.now(),
      }),
    read: async (areaId, work) => inArea(db, areaId, await ring.of(areaId), work, { readOnly: true }),
  };
}
