import { addressRuleSchema, parseAddress } from '#core/places/contract.ts';
import { cellAddress } from '#kernel/sheet/address.ts';
import { FINDINGS, type Finding, type FindingCode } from './findings.ts';
import { readIdentity } from './identity.ts';
import type { ImportSheet } from './mapping.ts';
import { readName } from './names.ts';
import type { ParsedPerson, PersonPlace } from './parsed.ts';
import { readPhones } from './phones.ts';
import { PlaceNames } from './place-names.ts';
import type { ResidentFields } from './rows.ts';
import type { KnownResident, RegisterSnapshot } from './snapshot.ts';
import { readDate, readSex } from './text.ts';

/** Columns of the sheet of doubtful cells that are read when it comes back; the others are for people. */
export const CORRECTION_KEY = '登记编号';
export const CORRECTION_FIELD = '项目代号';
export const CORRECTION_VALUE = '改为';

/** Whether a sheet is one of doubtful cells that was downloaded here and filled in. */
export function isCorrectionSheet(sheet: ImportSheet): boolean {
  const header = new Set(sheet.rows[0]?.cells.map((cell) => cell?.text.trim()));
  return [CORRECTION_KEY, CORRECTION_FIELD, CORRECTION_VALUE].every((word) => header.has(word));
}

export interface Corrections {
  readonly persons: readonly ParsedPerson[];
  readonly findings: readonly Finding[];
}

/**
 * Reads filled-in doubtful cells: each corrects one field of one known resident. An empty one is left for later; one
 * that is still doubtful stays a finding; one of a resident nobody knows is ignored and named.
 */
export function readCorrections(
  sheet: ImportSheet,
  snapshot: RegisterSnapshot,
  latestYear: number,
): Corrections {
  const header = sheet.rows[0]?.cells.map((cell) => cell?.text.trim()) ?? [];
  const at = {
    key: header.indexOf(CORRECTION_KEY),
    field: header.indexOf(CORRECTION_FIELD),
    value: header.indexOf(CORRECTION_VALUE),
  };
  const residents = new Map(snapshot.residents.map((resident) => [resident.id, resident]));
  const names = new PlaceNames(snapshot);
  const persons = new Map<string, ParsedPerson>();
  const findings: Finding[] = [];
  for (const { number, cells } of sheet.rows.slice(1)) {
    const value = cells[at.value];
    if (value === undefined || value.text.trim() === '') continue;
    const field = cells[at.field]?.text.trim() ?? '';
    const tell = (code: FindingCode, column = at.value) => {
      const cell = cellAddress(column, number);
      const shown = cells[column]?.text ?? '';
      findings.push({
        sheet: sheet.name,
        cell,
        row: number,
        value: shown,
        code,
        effect: FINDINGS[code],
        field: null,
      });
    };
    const resident = residents.get(cells[at.key]?.text.trim() ?? '');
    if (!resident) {
      tell('residentUnknown', at.key);
      continue;
    }
    const earlier = persons.get(resident.id) ?? asPerson(sheet.name, number, resident, names);
    const reading = readField(field, value, latestYear);
    if (field === 'address') {
      const place = readAddress(value.text, earlier.place, snapshot);
      if (place) persons.set(resident.id, { ...earlier, place, movesThere: true });
      else tell('addressUnlike');
    } else if (reading.set === null) tell(reading.code);
    else {
      const set = { ...earlier.set, ...reading.set, name: reading.set.name ?? earlier.set.name };
      persons.set(resident.id, { ...earlier, set });
    }
  }
  return { persons: [...persons.values()], findings };
}

function asPerson(sheet: string, row: number, resident: KnownResident, names: PlaceNames): ParsedPerson {
  const place = names.place(resident.dwellingId);
  return { sheet, row, place, set: { name: resident.known.name }, cells: {}, residentId: resident.id };
}

type FieldReading = { readonly set: ResidentFields } | { readonly set: null; readonly code: FindingCode };

function readField(
  field: string,
  cell: NonNullable<ImportSheet['rows'][number]['cells'][number]>,
  latestYear: number,
): FieldReading {
  const { text } = cell;
  if (field === 'idNumber') {
    const { set, code } = readIdentity(cell, latestYear);
    return set.idNumber === undefined ? { set: null, code: code ?? 'idMissing' } : { set };
  }
  if (field === 'phone' || field === 'otherPhone') {
    const { phones, code } = readPhones(text);
    return phones[0] === undefined
      ? { set: null, code: code ?? 'phoneShort' }
      : { set: { [field]: phones[0] } };
  }
  if (field === 'name') {
    const { name, code } = readName(text);
    return name === '' ? { set: null, code: code ?? 'nameMissing' } : { set: { name } };
  }
  const sex = readSex(text);
  if (field === 'sex') return sex ? { set: { sex } } : { set: null, code: 'sexUnclear' };
  const birthDate = readDate(text);
  if (field === 'birthDate') return birthDate ? { set: { birthDate } } : { set: null, code: 'dateUnclear' };
  if (field === 'relation' && text.trim().length <= 20) return { set: { relation: text.trim() } };
  if (field === 'note' && text.trim().length <= 500) return { set: { note: text.trim() } };
  return { set: null, code: 'textTooLong' };
}

/** An address by the rule of the compound the person is registered in; null when it cannot be read. */
function readAddress(text: string, present: PersonPlace, snapshot: RegisterSnapshot): PersonPlace | null {
  const compound = snapshot.compounds.find(({ name }) => name === present.compound);
  const saved = snapshot.addressRules.find(({ id }) => id === compound?.addressRuleId);
  const rule = addressRuleSchema.safeParse(saved?.rule);
  if (!rule.success) return null;
  const reading = parseAddress(text, rule.data);
  return reading.ok ? { ...reading.address, compound: present.compound, unread: false } : null;
}
