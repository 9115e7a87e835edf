import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { TableSpec } from '#kernel/db/columns.ts';
import { upsertRows } from '#kernel/db/upsert.ts';
import type { KeyRow } from '../domain/key-rules.ts';
import type { SigningKey } from '../domain/signed/keys.ts';

type CodesTables = {
  'codes.signingKey': KeyRow & { readonly areaId: string };
};

const signingKey: TableSpec<KeyRow> = {
  table: 'codes.signing_key',
  key: ['id'],
  columns: {
    id: 'uuid',
    version: 'int8',
    publicKey: 'text',
    sealedSeed: 'bytea',
    validFrom: 'timestamptz',
    validUntil: 'timestamptz',
    revokedAt: 'timestamptz',
  },
};

const PUBLIC = ['id', 'publicKey', 'validFrom', 'validUntil', 'revokedAt'] as const;

/** Every key of the area with its sealed half: a handful of rows. */
export const loadKeys = (tx: AreaTx): Promise<KeyRow[]> =>
  tx.db
    .withTables<CodesTables>()
    .selectFrom('codes.signingKey')
    .select([...PUBLIC, 'version', 'sealedSeed'])
    .where('areaId', '=', tx.areaId)
    .orderBy('validFrom')
    .execute();

/** Public halves changed after a version; 0 for all, the youngest first. */
export const loadPublicKeys = (tx: AreaTx, since: number): Promise<SigningKey[]> =>
  tx.db
    .withTables<CodesTables>()
    .selectFrom('codes.signingKey')
    .select(PUBLIC)
    .where('areaId', '=', tx.areaId)
    .where('version', '>', since)
    .orderBy('validFrom', 'desc')
    .execute();

export const saveKeys = (tx: AreaTx, rows: readonly KeyRow[]): Promise<void> =>
  upsertRows(tx, signingKey, rows);
