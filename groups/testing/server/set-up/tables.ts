import type { TableSpec } from '#kernel/db/columns.ts';
import type { SetUpCheck, SetUpPoint } from '../../contract/set-up-rows.ts';

const ofSite = { id: 'uuid', version: 'int8', roundId: 'uuid', siteId: 'uuid' } as const;

export const setUpPointTable: TableSpec<SetUpPoint> = {
  table: 'testing.set_up_point',
  key: ['id'],
  columns: {
    ...ofSite,
    part: 'text',
    standard: 'text',
    name: 'text',
    wantsPhoto: 'bool',
    sort: 'int4',
    removedAt: 'timestamptz',
  },
};

export const setUpCheckTable: TableSpec<SetUpCheck> = {
  table: 'testing.set_up_check',
  key: ['id'],
  columns: {
    ...ofSite,
    pointId: 'uuid',
    outcome: 'text',
    note: 'text',
    fileId: 'uuid',
    at: 'timestamptz',
    by: 'text',
  },
};
