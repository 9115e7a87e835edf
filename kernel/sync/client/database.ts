import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Term } from '../protocol.ts';
import type { CursorRecord, Meta, OutboxRecord, SegmentRecord } from './records.ts';

export interface DatabaseOptions {
  readonly areaId: string;
  /** Given in tests; the browser's own otherwise. */
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof IDBKeyRange;
}

/** One database per area in this browser profile, so per area and device. */
export class SyncDatabase extends Dexie {
  declare readonly segment: Table<SegmentRecord, [Term, number]>;
  declare readonly cursor: Table<CursorRecord, Term>;
  declare readonly outbox: EntityTable<OutboxRecord, 'seq'>;
  declare readonly meta: Table<Meta, string>;

  constructor(options: DatabaseOptions) {
    super(`concerto/${options.areaId}`, {
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
  }
}

/** Every segment of a term, as a key range. */
export const ofTerm = (term: Term): [[Term, number], [Term, number]] => [
  [term, 0],
  [term, Number.MAX_SAFE_INTEGER],
];
