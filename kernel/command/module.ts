import type { AreaTx } from '../db/area-tx.ts';
import type { Command, Decision, DomainEvent, Nature } from './command.ts';

/** Any schema that parses; zod's fit. Throws with the path of what is wrong, never with the value. */
export interface BodySchema<B> {
  safeParse(
    input: unknown,
  ):
    | { success: true; data: B }
    | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } };
}

export interface CommandKind<B = unknown> {
  readonly nature: Nature;
  /** The action asked of `can`. */
  readonly action: string;
  /** The current version of the body's shape. */
  readonly v: number;
  readonly body: BodySchema<B>;
  /**
   * Judged, and in force, from when the server received it, whatever time it claims: so with all that gives power or
   * takes it, or whoever has lost a role could still give it away by claiming yesterday. Else the corrected time.
   */
  readonly judgedBy?: 'receipt';
  /** Brings a body of an older version up by one version at a time; index 1 lifts v1 to v2. */
  readonly upcast?: Readonly<Record<number, (body: unknown) => unknown>>;
}

/** What stands beside an event when it is applied. */
export interface Stamp {
  /** The area's version of the command; every row it changes carries it. 0 while pending on a phone. */
  readonly version: number;
  readonly commandId: string;
  readonly actorId: string;
  readonly deviceId: string | null;
  /** Corrected time of the command, epoch ms. */
  readonly at: number;
  /** When the server received it, epoch ms; the claimed time while pending on a phone. */
  readonly receivedAt: number;
}

/**
 * The write side of one module. `load` reads everything the whole batch needs in a few set-based queries, `decide`
 * is pure and replayed by the server with authority, `evolve` applies an event to the loaded state so that the next
 * command of the batch sees it, `save` writes what changed, set-based.
 */
export interface CommandModule<S, C extends Command = Command, E extends DomainEvent = DomainEvent> {
  readonly kinds: Readonly<Record<string, CommandKind>>;
  load(tx: AreaTx, commands: readonly C[]): Promise<S>;
  decide(state: S, command: C): Decision<E>;
  evolve(state: S, event: E, stamp: Stamp): void;
  save(tx: AreaTx, state: S): Promise<void>;
}

/** Another module's event, delivered inside the same transaction, in a savepoint: it cannot veto. */
export interface Reaction {
  readonly event: string;
  handle(tx: AreaTx, events: readonly StampedEvent[]): Promise<void>;
}

export interface StampedEvent extends DomainEvent {
  readonly stamp: Stamp;
}
