import type { Command, Decision, DomainEvent } from '../../command/command.ts';
import type { CommandKind, Stamp } from '../../command/module.ts';
import type { Rows } from '../rows/row-block.ts';

/** What the phone needs to know of a command kind; a module's contract has it for the server anyway. */
export type ClientKind = Pick<CommandKind, 'nature' | 'v' | 'upcast'>;

/**
 * A module's view on the phone: the rows it reads, and the same `decide` and `evolve` as on the server, so that what
 * waits in the outbox is seen over the confirmed rows, and seen as pending.
 *
 * `State` is usually an object of `WorkingSet`s: `load` and `remove` change their base rows, `evolve` puts rows over
 * them, `clear` calls `clearChanges` on each. A row is pending where `isChanged(id)` says so.
 */
export interface Projection<State> {
  /** Unique among the client's projections, e.g. `testing`. */
  readonly name: string;
  /** Collections it is fed with; several projections may read one collection. */
  readonly collections: readonly string[];
  /** The command kinds this projection decides; each kind has one projection. Empty for a view that only reads. */
  readonly kinds: Readonly<Record<string, ClientKind>>;
  build(): State;
  /**
   * Takes confirmed rows of one collection in; a row of an id already held replaces it. Many may come as a block, which
   * makes rows as they are asked for: a projection that goes through them all at once pays for all.
   */
  load(state: State, collection: string, rows: Rows): void;
  /** Drops confirmed rows. Ids that are not held are no error. */
  remove(state: State, collection: string, ids: readonly string[]): void;
  /** Takes everything pending off again. */
  clear(state: State): void;
  decide(state: State, command: Command): Decision;
  evolve(state: State, event: DomainEvent, stamp: Stamp): void;
}

/** A module whose projections are loaded when they are first needed. */
export interface ProjectionSource {
  /** The module's name: the kinds that its projections decide begin with it and a dot. */
  readonly module: string;
  readonly projections?: () => Promise<readonly Projection<unknown>[]>;
}
