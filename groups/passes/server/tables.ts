import { maskName } from '#core/people/contract.ts';
import type { SealedTable } from '#kernel/crypto/sealed-table.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { TableSpec } from '#kernel/db/columns.ts';
import type { PassRow } from '../domain/state.ts';

/** As it rests: the name of a holder who is not in the register is sealed, its mask stands beside it. */
export interface PassRecord extends Omit<PassRow, 'label'> {
  readonly labelSealed: Uint8Array | null;
  readonly labelMask: string | null;
}

const CONTEXT = 'passes.pass.label';

export const passTable: TableSpec<PassRecord> = {
  table: 'passes.pass',
  key: ['id'],
  columns: {
    id: 'uuid',
    version: 'int8',
    kind: 'text',
    residentId: 'uuid',
    householdId: 'uuid',
    memberId: 'uuid',
    labelSealed: 'bytea',
    labelMask: 'text',
    plate: 'text',
    compoundIds: 'jsonb',
    quota: 'text',
    form: 'text',
    validFrom: 'timestamptz',
    validUntil: 'timestamptz',
    issuedAt: 'timestamptz',
    revokedAt: 'timestamptz',
    revokeReason: 'text',
    suspendedAt: 'timestamptz',
    suspendReason: 'text',
    renewedAt: 'timestamptz',
    note: 'text',
    printedAt: 'timestamptz',
  },
};

export const sealedPass: SealedTable = {
  table: passTable.table,
  fields: [{ cipher: 'labelSealed', context: CONTEXT }],
};

export function toRecord(tx: AreaTx, { label, ...row }: PassRow): PassRecord {
  return {
    ...row,
    labelSealed: label === null ? null : tx.keys.seal(label, CONTEXT),
    labelMask: label === null ? null : maskName(label),
  };
}

export function toRow(tx: AreaTx, { labelSealed, labelMask: _, ...row }: PassRecord): PassRow {
  return { ...row, label: labelSealed === null ? null : tx.keys.open(labelSealed, CONTEXT) };
}

/** As it goes to phones and lists: the name masked. */
export const toMasked = ({ labelSealed: _, labelMask, ...row }: PassRecord): PassRow => ({
  ...row,
  label: labelMask,
});
