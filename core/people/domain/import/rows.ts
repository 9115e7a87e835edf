import * as z from 'zod';

/**
 * The body of `people.import-rows`: one chunk of a register's import, at most 500 residents.
 *
 * How the command is to be carried out:
 * - `places` is get-or-create, top down, by natural key: compound by name; building by (compound, label); entrance by
 *   (building, label); dwelling by (building, entrance, room); household by dwelling; address rule by id. Where one
 *   exists under another id, that one is used and the id of the body becomes its alias for the rest of the body. A
 *   field given as null never overwrites a known one.
 * - A resident whose id is unknown is created from `set`; a known one gets the fields of `set` and no other.
 * - A resident who was ended stays so unless `restore` is true; one who was merged into another is left alone.
 * - A known resident who is registered at another dwelling stays there unless `move` is true.
 * - A field that is confirmed in the field (`resident.confirmed[field]`) is overwritten only when it is listed in
 *   `agreed`; otherwise it stays and the chunk goes on.
 * - The same chunk twice changes nothing: ids come from the import, the command's id from import and chunk.
 * - Sort keys, pinyin, initials, blind indexes, ciphers and masks are worked out by the handler: they need keys or big tables.
 */

export const MAX_ROWS = 500;

const id = z.uuid();
const label = z.string().min(1).max(60);

const placesSchema = z.object({
  /** `rule` is an `AddressRule` of core/places as data; kept as it is. */
  addressRules: z.array(z.object({ id, name: label, rule: z.record(z.string(), z.unknown()) })).max(50),
  compounds: z.array(z.object({ id, name: label, addressRuleId: id.nullable() })).max(MAX_ROWS),
  buildings: z.array(z.object({ id, compoundId: id, label })).max(MAX_ROWS),
  entrances: z.array(z.object({ id, buildingId: id, label })).max(MAX_ROWS),
  dwellings: z
    .array(
      z.object({
        id,
        buildingId: id,
        entranceId: id.nullable(),
        room: label,
        floor: z.number().int().nullable(),
      }),
    )
    .max(MAX_ROWS),
  households: z.array(z.object({ id, dwellingId: id })).max(MAX_ROWS),
});

/** `resident-card`: 18 characters of GB 11643 (a 15-digit one is brought to 18 before); `passport`: as printed. */
const idKindSchema = z.enum(['resident-card', 'passport', 'permit', 'other']);

/** Plain values as the register gives them, cleaned. Absent: the register says nothing, what is known stays. */
export const residentFieldsSchema = z.object({
  name: z.string().min(1).max(80).optional(),
  sex: z.enum(['male', 'female']).optional(),
  /** `YYYY-MM-DD`, from the identity number or a column of its own. */
  birthDate: z.iso.date().optional(),
  /** Both together or neither. */
  idKind: idKindSchema.optional(),
  idNumber: z.string().min(1).max(40).optional(),
  /** Digits only: 11 of a mobile, or area code and number of a landline. */
  phone: z.string().min(1).max(20).optional(),
  /** A second number of the same person, e.g. the landline. */
  otherPhone: z.string().min(1).max(20).optional(),
  relation: z.string().min(1).max(20).optional(),
  /** The whole list as it shall stand. */
  tags: z.array(z.string().min(1).max(40)).max(30).optional(),
  away: z.boolean().optional(),
  registeredElsewhere: z.boolean().optional(),
  note: z.string().max(500).optional(),
});

/** Names of the fields one by one, for `agreed` and for differences. */
export const residentFieldNames = residentFieldsSchema.keyof();

export const importedResidentSchema = z.object({
  id,
  /** Of `places.households`, or an existing one. */
  householdId: id,
  dwellingId: id,
  set: residentFieldsSchema,
  /** Someone agreed that a known resident now lives in this dwelling. */
  move: z.boolean().optional(),
  /** Someone agreed that a resident who had been ended is back. */
  restore: z.boolean().optional(),
  /** Confirmed fields that someone agreed to overwrite. */
  agreed: z.array(residentFieldNames).max(20),
});

export const importRowsBodySchema = z.object({
  importId: id,
  /** From 0. */
  chunk: z.number().int().min(0),
  chunks: z.number().int().min(1),
  places: placesSchema,
  residents: z.array(importedResidentSchema).max(MAX_ROWS),
});

export type ResidentFields = z.infer<typeof residentFieldsSchema>;
export type ResidentField = keyof ResidentFields;
export type ImportedResident = z.infer<typeof importedResidentSchema>;
export type ImportRowsBody = z.infer<typeof importRowsBodySchema>;
