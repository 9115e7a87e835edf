import type { TableSpec } from '#kernel/db/columns.ts';
import type { PersonLook } from '../../contract/flow-rows.ts';

export const personLookTable: TableSpec<PersonLook> = {
  table: 'gates.person_look',
  key: ['id'],
  columns: {
    id: 'uuid',
    version: 'int8',
    residentId: 'uuid',
    reason: 'text',
    at: 'timestamptz',
    by: 'text',
  },
};
