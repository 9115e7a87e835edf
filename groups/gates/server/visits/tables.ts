import type { SealedTable } from '#kernel/crypto/sealed-table.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { TableSpec } from '#kernel/db/columns.ts';
import type { InsideLook } from '../../contract/visit-look.ts';
import type { Visit, VisitorDetails } from '../../contract/visit-rows.ts';

/** A visit as stored: what they said of themselves is sealed. */
export type VisitRecord = Omit<Visit, keyof VisitorDetails> & {
  readonly detailsSealed: Buffer | null;
  readonly plateSealed: Buffer | null;
  readonly plateBlind: Buffer | null;
};

const own = { id: 'uuid', version: 'int8' } as const;

export const visitTable: TableSpec<VisitRecord> = {
  table: 'gates.visit',
  key: ['id'],
  columns: {
    ...own,
    kind: 'text',
    compoundId: 'uuid',
    gateId: 'uuid',
    passageId: 'uuid',
    buildingId: 'uuid',
    entranceId: 'uuid',
    room: 'text',
    people: 'int4',
    detailsSealed: 'bytea',
    plateSealed: 'bytea',
    plateBlind: 'bytea',
    outcome: 'text',
    enteredAt: 'timestamptz',
    expectedUntil: 'timestamptz',
    leftAt: 'timestamptz',
    voidedAt: 'timestamptz',
  },
};

export const lookTable: TableSpec<InsideLook> = {
  table: 'gates.look',
  key: ['id'],
  columns: { ...own, buildingId: 'uuid', reason: 'text', people: 'int4', at: 'timestamptz', by: 'text' },
};

const DETAILS = 'gates.visit.details';
export const PLATE = 'gates.visit.plate';

/** What of a visit is sealed, for the rotation of keys. */
export const sealedVisit: SealedTable = {
  table: 'gates.visit',
  fields: [
    { cipher: 'detailsSealed', context: DETAILS },
    { cipher: 'plateSealed', context: PLATE, index: { column: 'plateBlind', kind: PLATE, as: 'bytes' } },
  ],
};

type Details = Omit<VisitorDetails, 'plate'>;

export function toRecord(tx: AreaTx, { name, phoneTail, plate, ...visit }: Visit): VisitRecord {
  const details: Details = { name, phoneTail };
  const isEmpty = name === null && phoneTail === null;
  return {
    ...visit,
    detailsSealed: isEmpty ? null : tx.keys.seal(JSON.stringify(details), DETAILS),
    plateSealed: plate === null ? null : tx.keys.seal(plate, PLATE),
    plateBlind: plate === null ? null : tx.keys.blindIndex(PLATE, plate),
  };
}

export function toVisit(
  tx: AreaTx,
  { detailsSealed, plateSealed, plateBlind: _, ...visit }: VisitRecord,
): Visit {
  // It was sealed by `toRecord`, out of a body that the contract had parsed.
  const details: Details =
    detailsSealed === null
      ? { name: null, phoneTail: null }
      : (JSON.parse(tx.keys.open(detailsSealed, DETAILS)) as Details);
  return { ...visit, ...details, plate: plateSealed === null ? null : tx.keys.open(plateSealed, PLATE) };
}
