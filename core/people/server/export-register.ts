import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { type WrittenSheet, writeSheet } from '#kernel/sheet/write.ts';
import type { RegisterRow } from '../contract/queries.ts';
import { CORRECTION_KEY } from '../domain/import/corrections.ts';
import { findRegisterRows } from './register-rows.ts';

/** The words a register's import recognises, so that the sheet comes back as it went: see domain/import/headers.ts. */
const TICKS = [
  ['独居', 'lives-alone'],
  ['血透', 'dialysis'],
  ['行动不便', 'immobile'],
  ['孕妇', 'pregnant'],
  ['慢性病', 'chronic'],
  ['党员', 'party-member'],
  ['租户', 'tenant'],
] as const;

const SEX = { male: '男', female: '女' } as const;
const tick = (yes: boolean) => (yes ? '√' : null);

const COLUMNS: readonly (readonly [header: string, cell: (row: RegisterRow) => string | null])[] = [
  ['小区', (row) => row.compound],
  ['楼栋', (row) => row.building],
  ['单元', (row) => row.entrance],
  ['室号', (row) => row.room],
  ['姓名', (row) => row.name],
  ['性别', (row) => (row.sex === null ? null : SEX[row.sex])],
  ['出生日期', (row) => row.birthDate],
  ['证件号码', (row) => row.idMask],
  ['手机', (row) => row.phoneMask],
  ['备用电话', (row) => row.otherPhoneMask],
  ['与户主关系', (row) => row.relation],
  ...TICKS.map(([header, tag]) => [header, (row: RegisterRow) => tick(row.tags.includes(tag))] as const),
  ['不在沪', (row) => tick(row.away)],
  ['人户分离', (row) => tick(row.registeredElsewhere)],
  ['备注', (row) => row.note || null],
  // Last, so that the eye starts at the address.
  [CORRECTION_KEY, (row) => row.id],
];

/** More than any area has. */
const ALL = { sort: 'address', descending: false, offset: 0, limit: 1_000_000 } as const;

/**
 * The living register as an .xlsx, one sheet per compound in address order, numbers masked: a mask says nothing when
 * it is imported again.
 */
export async function exportRegister(tx: AreaTx): Promise<{ readonly bytes: Buffer; readonly rows: number }> {
  const rows = await findRegisterRows(tx, sql`r.ended_at is null`, ALL);
  const compounds = new Map<string, RegisterRow[]>();
  for (const row of rows) {
    const own = compounds.get(row.compound);
    if (own) own.push(row);
    else compounds.set(row.compound, [row]);
  }
  const sheets = [...compounds].map(([compound, own]) => sheetOf(compound, own));
  return {
    bytes: writeSheet({ sheets: sheets.length > 0 ? sheets : [sheetOf('居民册', [])] }),
    rows: rows.length,
  };
}

const sheetOf = (name: string, rows: readonly RegisterRow[]): WrittenSheet => ({
  name,
  columns: COLUMNS.map(([header]) => ({ header })),
  rows: rows.map((row) => COLUMNS.map(([, cell]) => cell(row))),
});
