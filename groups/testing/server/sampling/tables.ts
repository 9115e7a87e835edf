import type { TableSpec } from '#kernel/db/columns.ts';
import type { Refusal } from '../../contract/refusal-rows.ts';
import { expectedId } from '../../domain/expected-id.ts';

/** A refusal as stored: with the person's place on the list as one key. */
export type RefusalRecord = Refusal & { readonly placeId: string };

export const refusalTable: TableSpec<RefusalRecord> = {
  table: 'testing.refusal',
  key: ['id'],
  columns: {
    id: 'uuid',
    version: 'int8',
    roundId: 'uuid',
    residentId: 'uuid',
    placeId: 'uuid',
    kind: 'text',
    reason: 'text',
    note: 'text',
    at: 'timestamptz',
    by: 'text',
  },
};

export const toRefusalRecord = (row: Refusal): RefusalRecord => ({
  ...row,
  placeId: expectedId(row.roundId, row.residentId),
});

export const toRefusal = ({ placeId: _, ...row }: RefusalRecord): Refusal => row;

/** What was written about somebody stays where it may be looked up; a phone needs the reason alone. */
export const withoutNote = (row: RefusalRecord): Refusal => ({ ...toRefusal(row), note: '' });
