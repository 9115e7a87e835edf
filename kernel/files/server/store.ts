import { sql } from 'kysely';
import type { SealedTable } from '../../crypto/sealed-table.ts';
import type { AreaTx } from '../../db/area-tx.ts';
import type { TableSpec } from '../../db/columns.ts';
import { upsertRows } from '../../db/upsert.ts';
import type { FileType } from '../contract.ts';

/** A file that an accepted command spoke of. */
export interface FileRow {
  readonly id: string;
  readonly version: number;
  readonly contentHash: Uint8Array;
  readonly size: number;
  readonly type: FileType;
  /** The action that whoever reads it needs, e.g. `testing:oversee`. */
  readonly openedWith: string;
  readonly addedAt: number;
  readonly addedBy: string;
  /** Null while its bytes are not here. */
  readonly receivedAt: number | null;
  readonly keySealed: Uint8Array | null;
}

const fileTable: TableSpec<FileRow> = {
  table: 'kernel.file',
  key: ['id'],
  columns: {
    id: 'uuid',
    version: 'int8',
    contentHash: 'bytea',
    size: 'int4',
    type: 'text',
    openedWith: 'text',
    addedAt: 'timestamptz',
    addedBy: 'text',
    receivedAt: 'timestamptz',
    keySealed: 'bytea',
  },
};

/** How a file's key is sealed under the area's. */
export const KEY_CONTEXT = 'kernel.file.key';
export const sealedFile: SealedTable = {
  table: 'kernel.file',
  fields: [{ cipher: 'keySealed', context: KEY_CONTEXT }],
};

const columns = sql`id, version, content_hash, size, type, opened_with, added_at, added_by, received_at, key_sealed`;

export async function findFiles(tx: AreaTx, ids: readonly string[]): Promise<readonly FileRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<FileRow>`
    select ${columns} from kernel.file
    where area_id = ${tx.areaId} and id = any(${[...ids]}::uuid[])`.execute(tx.db);
  return rows;
}

export async function findFile(tx: AreaTx, id: string): Promise<FileRow | null> {
  return (await findFiles(tx, [id]))[0] ?? null;
}

export const saveFiles = (tx: AreaTx, rows: readonly FileRow[]): Promise<void> =>
  upsertRows(tx, fileTable, rows);

/** Ids of every file the area knows. */
export async function fileIds(tx: AreaTx): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from kernel.file where area_id = ${tx.areaId}`.execute(tx.db);
  return new Set(rows.map(({ id }) => id));
}
