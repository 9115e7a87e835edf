import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Term } from '../protocol.ts';
import type {
  CursorRecord,
  DeviceMeta,
  FileRecord,
  HolderMeta,
  OutboxRecord,
  SegmentRecord,
} from './records.ts';

const NAME = 'concerto/';

export interface DatabaseOptions {
  readonly areaId: string;
  /** Given in tests; the browser's own otherwise. */
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof IDBKeyRange;
}

/**
 * One database per area in this browser profile. Everybody's outbox is in it, and what was pulled, each row of which
 * belongs to a holder: the members of a shared phone have their own rows, cursors and times beside one another.
 */
export class SyncDatabase extends Dexie {
  declare readonly held: Table<SegmentRecord, [string, Term, number]>;
  declare readonly mark: Table<CursorRecord, [string, Term]>;
  declare readonly outbox: EntityTable<OutboxRecord, 'seq'>;
  declare readonly file: EntityTable<FileRecord, 'id'>;
  declare readonly device: Table<DeviceMeta, string>;
  declare readonly holder: Table<HolderMeta, string>;

  constructor(options: DatabaseOptions) {
    super(`${NAME}${options.areaId}`, {
      // A command is on the disk, not in a cache, before `dispatch` returns.
      chromeTransactionDurability: 'strict',
      ...(options.indexedDB && { indexedDB: options.indexedDB }),
      ...(options.IDBKeyRange && { IDBKeyRange: options.IDBKeyRange }),
    });
    this.version(1).stores({
      segment: '[term+n]',
      cursor: 'term',
      outbox: '++seq, &id, state, [state+authorId]',
      meta: '',
    });
    // Rows of the first version rest in the clear and go; its outbox stays, entry by entry.
    this.version(2)
      .stores({
        segment: null,
        cursor: null,
        meta: null,
        held: '[holder+term+n]',
        mark: '[holder+term]',
        device: '',
        holder: '',
      })
      .upgrade((tx) => tx.table('outbox').toCollection().modify({ relay: null }));
    this.version(3).stores({ file: 'id' });
  }
}

/** Every segment of a holder's term, as a key range. */
export const ofTerm = (holder: string, term: Term): [[string, Term, number], [string, Term, number]] => [
  [holder, term, 0],
  [holder, term, Number.MAX_SAFE_INTEGER],
];

/** Everything of a holder: keys of `held` and `mark` alike begin with the holder; nothing sorts above an array. */
export const ofHolder = (holder: string): [[string], [string, unknown[]]] => [[holder], [holder, []]];

/** The areas that have a database in this browser profile. */
export async function areasHere(): Promise<readonly string[]> {
  const names = await Dexie.getDatabaseNames();
  return names.filter((name) => name.startsWith(NAME)).map((name) => name.slice(NAME.length));
}
