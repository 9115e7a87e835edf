import * as z from 'zod/mini';
import { addressRuleSchema } from '#core/places/contract.ts';

/** What a column of a register means. `tag:…` columns are ticked: √, 是, 有. */
export const TARGETS = [
  'ignore',
  /** 登记编号 of an exported register: the line is about that resident. */
  'rowId',
  'compound',
  'address',
  'lane',
  'building',
  'entrance',
  'floor',
  'room',
  'name',
  'sex',
  'idNumber',
  'birthDate',
  'phone',
  'otherPhone',
  'relation',
  'residence',
  'present',
  'away',
  'registeredElsewhere',
  'note',
  'tag:lives-alone',
  'tag:party-member',
  'tag:dialysis',
  'tag:immobile',
  'tag:pregnant',
  'tag:tenant',
  'tag:chronic',
] as const;
export type Target = (typeof TARGETS)[number];

/** Columns that together say where someone lives, from the whole to the part; only these repeat by being empty. */
export const PLACE_TARGETS = [
  'compound',
  'address',
  'lane',
  'building',
  'entrance',
  'floor',
  'room',
] as const;
export type PlaceTarget = (typeof PLACE_TARGETS)[number];
export const isPlaceTarget = (target: Target): target is PlaceTarget =>
  (PLACE_TARGETS as readonly string[]).includes(target);

export const columnMappingSchema = z.object({
  /** From 0. */
  column: z.int().check(z.gte(0), z.lte(16_383)),
  header: z.string().check(z.maxLength(200)),
  target: z.enum(TARGETS),
});

export const namedRuleSchema = z.object({
  /** The compound whose addresses it reads; empty: all of the sheet. */
  compound: z.string().check(z.maxLength(60)),
  /** Of the catalogue or of the area's saved rules. */
  name: z.string().check(z.minLength(1), z.maxLength(40)),
  rule: addressRuleSchema,
});

export const sheetMappingSchema = z.object({
  sheet: z.string().check(z.maxLength(200)),
  /** False: the sheet is left out. */
  use: z.boolean(),
  /** The last row above the data, from 1; 0 where there is no header. */
  headerRow: z.int().check(z.gte(0), z.lte(1_000_000)),
  columns: z.array(columnMappingSchema).check(z.maxLength(200)),
  /** The compound's name where no column says it. */
  compound: z.string().check(z.maxLength(60)),
  rules: z.array(namedRuleSchema).check(z.maxLength(100)),
});

/** How a workbook is read: proposed by `recognise`, corrected by people, saved under a name, used again. */
export const mappingSchema = z.object({ sheets: z.array(sheetMappingSchema).check(z.maxLength(200)) });

export type ColumnMapping = z.infer<typeof columnMappingSchema>;
export type NamedRule = z.infer<typeof namedRuleSchema>;
export type SheetMapping = z.infer<typeof sheetMappingSchema>;
export type Mapping = z.infer<typeof mappingSchema>;

/** The plain shape of a sheet (kernel/sheet), as far as an import looks at it. */
export interface ImportCell {
  readonly value: string | number | boolean;
  readonly text: string;
  readonly formula?: 'with-value' | 'without-value';
}
export interface ImportSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly { readonly number: number; readonly cells: readonly (ImportCell | undefined)[] }[];
}
