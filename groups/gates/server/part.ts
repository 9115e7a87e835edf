import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { CollectionDelta } from '#kernel/sync/protocol.ts';
import type { GatesCommand } from '../domain/command.ts';
import type { GatesState } from '../domain/state.ts';
import type { GatesDoors } from './doors.ts';

/** What is asked of one part for a pull of the term `gates.area`. */
export interface PullAsked {
  readonly actorId: string;
  /** 0: all that lives. */
  readonly since: number;
}

/** The server's side of one part of gates; `parts.ts` lists them. Parts are asked one after another. */
export interface ServerPart {
  /** What its commands of the batch need, into the state; nothing for any other command. */
  load(tx: AreaTx, doors: GatesDoors, state: GatesState, commands: readonly GatesCommand[]): Promise<void>;
  /** What changed, one statement a table. */
  save(tx: AreaTx, state: GatesState): Promise<void>;
  /** Its collections of the term. */
  delta(tx: AreaTx, doors: GatesDoors, asked: PullAsked): Promise<Readonly<Record<string, CollectionDelta>>>;
}
