import type { Transaction } from 'kysely';
import type { KeptFigures, KeptTable } from '#kernel/closing/declaration.ts';
import type { KeyRing } from '#kernel/crypto/key-ring.ts';
import type { NoTables } from '#kernel/db/area-tx.ts';
import type { Database } from '#kernel/db/pool.ts';
import type { FileStore } from '#kernel/files/server/file-store.ts';
import type { Caller, Host } from '#kernel/host.ts';
import type { PersonalData } from '#kernel/personal-data/declaration.ts';
import type { Certificate } from '../contract/http.ts';

/** Backups hold every area's rows together: what was made before must go, and one without the area takes its place. */
export interface BackupsDoor {
  /** Makes the one without the area, beside the others, and says which must go. */
  prepare(): Promise<Certificate['backups']>;
  /** Deletes them and puts the new one in their place. Safe to repeat. */
  replace(backups: Certificate['backups']): Promise<void>;
}

/** What whoever runs the house can do for a closing; without it, e.g. in a verb, a closing rests until one can. */
export interface ClosingHelp {
  /**
   * Asks for a new embedded database: the house is closed, its rows copied, and it is opened again. Null where the
   * database is another's: its tables are then rewritten.
   */
  readonly freshen: (() => void) | null;
  readonly backups: BackupsDoor | null;
  /** How long an order can be stopped, ms. */
  readonly graceMs?: number;
  /**
   * After so long a step that failed behind the point of no return is tried again: a backup by hand was under way, the disk
   * was full. Without it, at the next start.
   */
  readonly retryMs?: number;
}

/** What closing is lent by the composition root. */
export interface ClosingParts {
  readonly host: Host;
  /**
   * As the database's owner: the app's role may not take anything out of the log. Its one connection is closing's alone,
   * since a destruction holds it for as long as it takes.
   */
  readonly owner: Database;
  /** Ids of the areas that are closed; asked while a destruction is under way, too. */
  closedAreas(): Promise<readonly { readonly areaId: string }[]>;
  readonly ring: KeyRing;
  readonly files: FileStore;
  readonly personalData: readonly PersonalData[];
  readonly kept: readonly KeptTable[];
  readonly keptFigures: readonly KeptFigures[];
  /** The program's version. */
  readonly program: string;
  /** Ends the accounts that worked nowhere else. */
  destroyAccounts(trx: Transaction<NoTables>, areaId: string): Promise<Certificate['accounts']>;
  /** Sessions ended: the next request looks again. */
  forgetSessions(): void;
  readonly practice: {
    of(areaId: string): Promise<readonly { readonly areaId: string }[]>;
    drop(areaId: string): Promise<void>;
  };
  system(areaId: string): Caller;
  readonly help: ClosingHelp | null;
  /** A step failed: it is tried again later, at the latest at the next start. */
  readonly onThrow: (error: unknown) => void;
}
