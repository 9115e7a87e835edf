/**
 * People of an area: households 户 and residents 居民 of the register 居民册. The only door for other modules.
 *
 * Sync: people have no term of their own. A group puts the `PersonCard`s its duty needs into its own terms.
 */
export {
  bodies,
  kinds,
  LOOK_FIELDS,
  type PeopleBodies,
  type PeopleCommandKind,
  type ResidentChanges,
  residentChanges,
} from './contract/commands.ts';
export type { MergedEvent, PeopleEvent, UnmergedEvent } from './contract/events.ts';
export { EXPORT_PATH } from './contract/export.ts';
export { LINE_DOUBTS, type LineDoubt, type LineReading } from './contract/lines.ts';
export {
  type Found,
  type Look,
  queries,
  REGISTER_SORTS,
  type RegisterFilter,
  type RegisterRow,
  registerFilter,
} from './contract/queries.ts';
export type {
  FullPerson,
  ListLookView,
  LookSource,
  PeopleReader,
  PeopleScope,
  PersonPlace,
} from './contract/readers.ts';
export {
  type Household,
  type IdKind,
  KNOWN_TAGS,
  type KnownTag,
  type PersonCard,
  RESIDENT_FIELDS,
  type ResidentField,
  type Sex,
} from './contract/rows.ts';
export { actions, problems, rules } from './contract/rules.ts';
export type { SubjectSection, SubjectSource } from './contract/subject.ts';
export { findByCode } from './domain/find-by-code.ts';
export { IDENTITY_HASH_BYTES, identityHash } from './domain/identity-hash.ts';
export { maskName } from './domain/masks.ts';
export { type IndexedCard, PeopleIndex } from './domain/people-index.ts';
export { PersonSearch, type Searchable } from './domain/search/person-search.ts';
