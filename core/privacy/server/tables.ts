import type { TableSpec } from '#kernel/db/columns.ts';
import type { BackupRow, PaperRow, UndertakingRow } from '../domain/state.ts';

export const paperTable: TableSpec<PaperRow> = {
  table: 'privacy.paper',
  key: ['id'],
  columns: {
    id: 'uuid',
    version: 'int8',
    kind: 'text',
    number: 'int4',
    fields: 'jsonb',
    savedAt: 'timestamptz',
    savedBy: 'text',
  },
};

export const undertakingTable: TableSpec<UndertakingRow> = {
  table: 'privacy.undertaking',
  key: ['id'],
  columns: { id: 'uuid', version: 'int8', acceptedAt: 'timestamptz' },
};

export const backupTable: TableSpec<BackupRow> = {
  table: 'privacy.key_backup',
  key: ['id'],
  columns: {
    id: 'uuid',
    version: 'int8',
    fingerprint: 'text',
    place: 'text',
    confirmedAt: 'timestamptz',
    confirmedBy: 'text',
  },
};
