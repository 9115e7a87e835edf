import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { GroupId } from '#core/accounts/contract.ts';
import type { Actor } from '#kernel/access/access.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Host } from '#kernel/host.ts';
import type { World } from '../contract/commands.ts';
import type { Entered } from '../contract/http.ts';
import type { WorldParts } from './worlds.ts';

export interface PracticeParts extends WorldParts {
  readonly host: Host;
  /** Groups whose work can be practised. */
  readonly groups: readonly GroupId[];
  readonly accounts: {
    placeIn(
      headers: IncomingHttpHeaders,
      areaId: string,
    ): Promise<{ readonly accountId: string; readonly memberId: string }>;
    /** Places changed: the next request looks again. */
    forget(): void;
  };
  /** What members may do, as accounts works it out. */
  loadActors(tx: AreaTx, ids: readonly string[]): Promise<ReadonlyMap<string, Actor>>;
  /** Told when the background destruction of a replaced world failed; it is tried again at the next reset. */
  readonly onThrow: (error: unknown) => void;
}

/** Somebody of a real area. */
export interface Asker {
  readonly realAreaId: string;
  readonly memberId: string;
  readonly accountId: string;
}

export interface Practice {
  /** The caller's place in the area's practice world, which is made by the first who comes. */
  enter(who: Asker): Promise<Entered>;
  /**
   * A fresh world in place of the old one, whose rows and key are destroyed in the background.
   * @param replaces the world the caller wants gone; another one in use by now is left. Null: whichever there is
   */
  reset(realAreaId: string, replaces: string | null): Promise<World>;
  /** The name of a practice area; null for any other id. */
  nameOf(areaId: string): Promise<string | null>;
  mount(app: FastifyInstance): void;
  /** Waits for what is being destroyed. */
  settled(): Promise<void>;
}
