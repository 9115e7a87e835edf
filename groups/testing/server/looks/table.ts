import type { TableSpec } from '#kernel/db/columns.ts';
import type { ListLook } from '../../contract/look-rows.ts';

export const lookTable: TableSpec<ListLook> = {
  table: 'testing.look',
  key: ['id'],
  columns: {
    id: 'uuid',
    version: 'int8',
    roundId: 'uuid',
    what: 'text',
    inFull: 'bool',
    tubeCode: 'text',
    residentIds: 'jsonb',
    reason: 'text',
    at: 'timestamptz',
    by: 'text',
  },
};
