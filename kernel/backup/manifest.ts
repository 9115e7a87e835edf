import * as z from 'zod/mini';

/** Names inside a backup. Tables come in pieces, so that none has to be held whole or its size known beforehand. */
export const HEADER_NAME = 'backup.json';
export const MANIFEST_NAME = 'manifest.json';
export const KEYS_FOLDER = 'keys-of-house/';
export const TABLES_FOLDER = 'tables/';
export const FILES_FOLDER = 'files/';

export const FORMAT = 'concerto/backup/1';

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const count = z.number().check(z.int(), z.nonnegative());

const table = z.object({
  schema: z.string(),
  name: z.string(),
  /** In the order in which COPY writes and reads them. */
  columns: z.array(z.string()),
});
export type BackupTable = z.infer<typeof table>;

/** First in a backup: what must be known to take the rest in. */
export const backupHeader = z.object({
  format: z.literal(FORMAT),
  /** ISO 8601, the instant of the snapshot. */
  madeAt: z.string(),
  program: z.string(),
  /** `server_version` of the database. */
  server: z.string(),
  areas: count,
  migrations: z.array(z.object({ module: z.string(), name: z.string(), hash: sha256 })),
  /** Each before those that refer to it. */
  tables: z.array(table),
});
export type BackupHeader = z.infer<typeof backupHeader>;

/** Last in a backup: what it must be found to hold. */
export const backupManifest = z.object({
  /** `schema.name` → rows and the SHA-256 of them as COPY text, ordered by primary key. */
  tables: z.record(z.string(), z.object({ rows: count, bytes: count, sha256 })),
  /** Path below the data folder → SHA-256 of the content. */
  keys: z.record(z.string(), sha256),
  /** SHA-256 over a line `name sha256` for each file, in the order in which they stand in the backup. */
  files: z.object({ count, bytes: count, sha256 }),
});
export type BackupManifest = z.infer<typeof backupManifest>;

/** What a backup is told to be, for people. */
export interface BackupSummary {
  readonly madeAt: string;
  readonly program: string;
  readonly areas: number;
  readonly tables: number;
  readonly rows: number;
  readonly keys: number;
  readonly files: number;
}

export function summaryOf(header: BackupHeader, manifest: BackupManifest): BackupSummary {
  return {
    madeAt: header.madeAt,
    program: header.program,
    areas: header.areas,
    tables: header.tables.length,
    rows: Object.values(manifest.tables).reduce((sum, { rows }) => sum + rows, 0),
    keys: Object.keys(manifest.keys).length,
    files: manifest.files.count,
  };
}

export const tableName = ({ schema, name }: Pick<BackupTable, 'schema' | 'name'>): string =>
  `${schema}.${name}`;

/** The name of a table's piece, counted from 1. */
export const pieceName = (table: BackupTable, piece: number): string =>
  `${TABLES_FOLDER}${tableName(table)}/${String(piece).padStart(6, '0')}.copy`;
