import type { SealedTable } from '#kernel/crypto/sealed-table.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { TableSpec } from '#kernel/db/columns.ts';
import type { Deed, Note, Point, Reading } from '../contract/rows.ts';

const NOTE = 'handovers.note.text';
const POINT = 'handovers.point.text';
const DEED = 'handovers.deed.note';

/** Words of shifts may name people: they rest sealed. */
export const sealedHandovers: readonly SealedTable[] = [
  { table: 'handovers.note', fields: [{ cipher: 'textSealed', context: NOTE }] },
  { table: 'handovers.point', fields: [{ cipher: 'textSealed', context: POINT }] },
  { table: 'handovers.deed', fields: [{ cipher: 'noteSealed', context: DEED }] },
];

type Sealed<Row, Words extends keyof Row> = Omit<Row, Words | 'byName'>;
export type NoteRecord = Sealed<Note, 'text'> & { readonly textSealed: Uint8Array | null };
export type PointRecord = Sealed<Point, 'text'> & { readonly textSealed: Uint8Array | null };
export type DeedRecord = Sealed<Deed, 'note'> & { readonly noteSealed: Uint8Array | null };
export type ReadingRecord = Omit<Reading, 'byName'>;

const made = { id: 'uuid', version: 'int8', at: 'timestamptz', by: 'text' } as const;

export const noteTable: TableSpec<NoteRecord> = {
  table: 'handovers.note',
  key: ['id'],
  columns: { ...made, group: 'text', place: 'text', chips: 'jsonb', textSealed: 'bytea' },
};
export const readingTable: TableSpec<ReadingRecord> = {
  table: 'handovers.reading',
  key: ['id'],
  columns: { ...made, noteId: 'uuid' },
};
export const pointTable: TableSpec<PointRecord> = {
  table: 'handovers.point',
  key: ['id'],
  columns: {
    ...made,
    group: 'text',
    place: 'text',
    noteId: 'uuid',
    textSealed: 'bytea',
    dueAt: 'timestamptz',
  },
};
export const deedTable: TableSpec<DeedRecord> = {
  table: 'handovers.deed',
  key: ['id'],
  columns: { ...made, pointId: 'uuid', what: 'text', noteSealed: 'bytea' },
};

type Keys = Pick<AreaTx, 'keys'>;
const sealed = ({ keys }: Keys, words: string | null, context: string) =>
  words === null ? null : keys.seal(words, context);
const opened = ({ keys }: Keys, cipher: Uint8Array | null, context: string) =>
  cipher === null ? null : keys.open(cipher, context);

export const noteRecord = (tx: Keys, { text, byName: _name, ...row }: Note): NoteRecord => ({
  ...row,
  textSealed: sealed(tx, text, NOTE),
});
export const pointRecord = (tx: Keys, { text, byName: _name, ...row }: Point): PointRecord => ({
  ...row,
  textSealed: sealed(tx, text, POINT),
});
export const deedRecord = (tx: Keys, { note, byName: _name, ...row }: Deed): DeedRecord => ({
  ...row,
  noteSealed: sealed(tx, note, DEED),
});

export const toNote = (tx: Keys, { textSealed, ...row }: NoteRecord): Note => ({
  ...row,
  byName: '',
  text: opened(tx, textSealed, NOTE),
});
export const toPoint = (tx: Keys, { textSealed, ...row }: PointRecord): Point => ({
  ...row,
  byName: '',
  text: opened(tx, textSealed, POINT),
});
export const toDeed = (tx: Keys, { noteSealed, ...row }: DeedRecord): Deed => ({
  ...row,
  byName: '',
  note: opened(tx, noteSealed, DEED),
});
