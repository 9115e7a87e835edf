import type { TableSpec } from '#kernel/db/columns.ts';
import type { Refusal } from '../../contract/refusal-rows.ts';
import type { Carer, Correction, Spoilage } from '../../contract/sampling-rows.ts';
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

const deed = { id: 'uuid', version: 'int8', roundId: 'uuid', at: 'timestamptz', by: 'text' } as const;

export const carerTable: TableSpec<Carer> = {
  table: 'testing.carer',
  key: ['id'],
  columns: { ...deed, carerId: 'uuid' },
};

export const spoilageTable: TableSpec<Spoilage> = {
  table: 'testing.spoilage',
  key: ['id'],
  columns: { ...deed, tubeId: 'uuid', sampleId: 'uuid', reason: 'text', note: 'text' },
};

export const correctionTable: TableSpec<Correction> = {
  table: 'testing.correction',
  key: ['id'],
  columns: {
    ...deed,
    what: 'text',
    fromTubeId: 'uuid',
    fromCode: 'text',
    toTubeId: 'uuid',
    toCode: 'text',
    sampleIds: 'jsonb',
    note: 'text',
  },
};
