import type { TableSpec } from '#kernel/db/columns.ts';
import type { Household } from '../contract/rows.ts';
import type { MergeRow, MoveRow, SubjectRequest, ToldApartRow } from '../domain/by-hand-rows.ts';
import type { SavedMapping } from '../domain/import/saved-mapping.ts';
import type { LookRow, Resident } from '../domain/resident.ts';

export const householdTable: TableSpec<Household> = {
  table: 'people.household',
  key: ['id'],
  columns: { id: 'uuid', version: 'int8', dwellingId: 'uuid', endedAt: 'timestamptz' },
};

export const residentTable: TableSpec<Resident> = {
  table: 'people.resident',
  key: ['id'],
  columns: {
    id: 'uuid',
    version: 'int8',
    householdId: 'uuid',
    dwellingId: 'uuid',
    position: 'int8',
    name: 'text',
    nameMask: 'text',
    pinyin: 'text',
    initials: 'text',
    sex: 'text',
    birthDate: 'text',
    idKind: 'text',
    idCipher: 'bytea',
    idBlind: 'text',
    idMask: 'text',
    phoneCipher: 'bytea',
    phoneBlind: 'text',
    phoneMask: 'text',
    otherPhoneCipher: 'bytea',
    otherPhoneBlind: 'text',
    otherPhoneMask: 'text',
    relation: 'text',
    tags: 'jsonb',
    away: 'bool',
    awayReason: 'text',
    registeredElsewhere: 'bool',
    note: 'text',
    confirmed: 'jsonb',
    endedAt: 'timestamptz',
    endReason: 'text',
    endedOn: 'text',
    mergedInto: 'uuid',
  },
};

export const lookTable: TableSpec<LookRow> = {
  table: 'people.look',
  key: ['id'],
  columns: {
    id: 'uuid',
    version: 'int8',
    residentId: 'uuid',
    fields: 'jsonb',
    reason: 'text',
    actorId: 'text',
    at: 'timestamptz',
  },
};

export const mappingTable: TableSpec<SavedMapping> = {
  table: 'people.import_mapping',
  key: ['id'],
  columns: { id: 'uuid', version: 'int8', name: 'text', mapping: 'jsonb', endedAt: 'timestamptz' },
};

export const moveTable: TableSpec<MoveRow> = {
  table: 'people.move',
  key: ['residentId', 'version'],
  columns: {
    residentId: 'uuid',
    version: 'int8',
    fromDwellingId: 'uuid',
    toDwellingId: 'uuid',
    byHand: 'bool',
    actorId: 'text',
    at: 'timestamptz',
  },
};

export const mergeTable: TableSpec<MergeRow> = {
  table: 'people.merge',
  key: ['id'],
  columns: {
    id: 'uuid',
    version: 'int8',
    keptId: 'uuid',
    mergedId: 'uuid',
    taken: 'jsonb',
    before: 'jsonb',
    reason: 'text',
    actorId: 'text',
    at: 'timestamptz',
    undoneAt: 'timestamptz',
    undoneBy: 'text',
  },
};

export const toldApartTable: TableSpec<ToldApartRow> = {
  table: 'people.told_apart',
  key: ['residentId', 'otherId'],
  columns: {
    residentId: 'uuid',
    otherId: 'uuid',
    version: 'int8',
    note: 'text',
    actorId: 'text',
    at: 'timestamptz',
  },
};

export const requestTable: TableSpec<SubjectRequest> = {
  table: 'people.subject_request',
  key: ['id'],
  columns: {
    id: 'uuid',
    version: 'int8',
    residentId: 'uuid',
    kind: 'text',
    askedBy: 'text',
    said: 'text',
    actorId: 'text',
    at: 'timestamptz',
    outcome: 'text',
    answer: 'text',
    answeredBy: 'text',
    answeredAt: 'timestamptz',
  },
};

/** Mapped, because Kysely wants plain object types where an interface would not do. */
type Stored<Row> = { [K in keyof Row]: Row[K] } & { readonly areaId: string };

/** For `tx.db.withTables<PeopleTables>()`. */
export type PeopleTables = {
  'people.household': Stored<Household>;
  'people.resident': Stored<Resident>;
  'people.look': Stored<LookRow>;
  'people.import_mapping': Stored<SavedMapping>;
  'people.move': Stored<MoveRow>;
  'people.merge': Stored<MergeRow>;
  'people.told_apart': Stored<ToldApartRow>;
  'people.subject_request': Stored<SubjectRequest>;
};
