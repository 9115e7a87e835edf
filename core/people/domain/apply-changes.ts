import type { ResidentChanges } from '../contract/commands.ts';
import type { ResidentField } from '../contract/rows.ts';
import { maskIdNumber, maskName, maskPhone } from './masks.ts';
import type { Resident, ResidentTools } from './resident.ts';

/** Later commands stand after earlier ones, lines of one command in their order; an import has at most 500. */
export const positionOf = (version: number, line: number): number => version * 1_000 + line;

/** An empty line of the register. */
export function newResident(id: string, householdId: string, dwellingId: string, position: number): Resident {
  return {
    id,
    version: 0,
    householdId,
    dwellingId,
    position,
    name: '',
    nameMask: '',
    pinyin: '',
    initials: '',
    sex: null,
    birthDate: null,
    idKind: null,
    idCipher: null,
    idBlind: null,
    idMask: null,
    phoneCipher: null,
    phoneBlind: null,
    phoneMask: null,
    otherPhoneCipher: null,
    otherPhoneBlind: null,
    otherPhoneMask: null,
    relation: null,
    tags: [],
    away: false,
    awayReason: '',
    registeredElsewhere: false,
    note: '',
    confirmed: {},
    endedAt: null,
    endReason: null,
    endedOn: null,
    mergedInto: null,
  };
}

/** Lays cleaned values over a row, with masks, blind indexes, ciphers and pinyin made along. */
export function applyChanges(row: Resident, set: ResidentChanges, tools: ResidentTools): Resident {
  const { name, idNumber, phone, otherPhone, tags, note, away, ...rest } = set;
  return {
    ...row,
    ...definedOnly(rest),
    ...(name === undefined ? {} : { name, nameMask: maskName(name), ...tools.readName(name) }),
    ...(idNumber === undefined ? {} : sealedNumber(idNumber, tools)),
    ...(phone === undefined ? {} : sealedPhone(phone, tools)),
    ...(otherPhone === undefined ? {} : sealedOtherPhone(otherPhone, tools)),
    ...(tags === undefined ? {} : { tags }),
    ...(note === undefined ? {} : { note }),
    ...(away === undefined ? {} : { away, awayReason: away ? row.awayReason : '' }),
  };
}

type Plain = Pick<Resident, 'sex' | 'birthDate' | 'idKind' | 'relation' | 'registeredElsewhere'>;

/** Absent means not said. */
function definedOnly(values: { [K in keyof Plain]?: Plain[K] | undefined }): Partial<Plain> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

const sealedNumber = (number: string | null, tools: ResidentTools) =>
  number === null
    ? { idKind: null, idCipher: null, idBlind: null, idMask: null }
    : {
        idCipher: tools.seal('idNumber', number),
        idBlind: tools.blind('idNumber', number),
        idMask: maskIdNumber(number),
      };

const sealedPhone = (phone: string | null, tools: ResidentTools) =>
  phone === null
    ? { phoneCipher: null, phoneBlind: null, phoneMask: null }
    : {
        phoneCipher: tools.seal('phone', phone),
        phoneBlind: tools.blind('phone', phone),
        phoneMask: maskPhone(phone),
      };

const sealedOtherPhone = (phone: string | null, tools: ResidentTools) =>
  phone === null
    ? { otherPhoneCipher: null, otherPhoneBlind: null, otherPhoneMask: null }
    : {
        otherPhoneCipher: tools.seal('otherPhone', phone),
        otherPhoneBlind: tools.blind('otherPhone', phone),
        otherPhoneMask: maskPhone(phone),
      };

/** The part of cleaned values that really differs from the row. */
export function realChanges(row: Resident, set: ResidentChanges, tools: ResidentTools): ResidentChanges {
  const entries = Object.entries(set) as [ResidentField, unknown][];
  return Object.fromEntries(
    entries.filter(([field, value]) => value !== undefined && differs(row, field, value, tools)),
  );
}

function differs(row: Resident, field: ResidentField, value: unknown, tools: ResidentTools): boolean {
  switch (field) {
    case 'idNumber':
      return row.idBlind !== (typeof value === 'string' ? tools.blind('idNumber', value) : null);
    case 'phone':
      return row.phoneBlind !== (typeof value === 'string' ? tools.blind('phone', value) : null);
    case 'otherPhone':
      return row.otherPhoneBlind !== (typeof value === 'string' ? tools.blind('otherPhone', value) : null);
    case 'tags':
      return JSON.stringify([...row.tags].sort()) !== JSON.stringify(value);
    default:
      return row[field] !== value;
  }
}
