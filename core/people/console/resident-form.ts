import type { ResidentChanges } from '../contract/commands.ts';
import type { RegisterRow } from '../contract/queries.ts';

/** What the fields of a resident's form hold; an empty text is nothing typed. */
export interface ResidentForm {
  readonly name: string;
  readonly sex?: 'male' | 'female' | null;
  readonly birthDate?: string;
  readonly idKind?: 'resident-card' | 'passport' | 'permit' | 'other' | null;
  readonly idNumber?: string;
  readonly phone?: string;
  readonly otherPhone?: string;
  readonly relation?: string;
  readonly tags?: string[];
  readonly registeredElsewhere?: boolean;
  readonly note?: string;
}

/** A known resident as the form shows it: numbers are masked elsewhere and start empty here. */
export const formOf = (row: RegisterRow): ResidentForm => ({
  name: row.name,
  sex: row.sex,
  birthDate: row.birthDate ?? '',
  relation: row.relation ?? '',
  tags: row.tags,
  registeredElsewhere: row.registeredElsewhere,
  note: row.note,
});

const textOrNull = (typed: string | undefined): string | null => typed?.trim() || null;

/** What a new resident's form says; fields left empty are not known. */
export function setOf(form: ResidentForm): ResidentChanges & { name: string } {
  const idNumber = textOrNull(form.idNumber);
  return {
    name: form.name,
    ...numbersOf(form),
    ...(form.sex ? { sex: form.sex } : {}),
    ...(form.birthDate ? { birthDate: form.birthDate } : {}),
    ...(idNumber !== null && form.idKind ? { idKind: form.idKind } : {}),
    ...(form.relation ? { relation: form.relation } : {}),
    ...(form.tags && form.tags.length > 0 ? { tags: form.tags } : {}),
    ...(form.registeredElsewhere ? { registeredElsewhere: true } : {}),
    ...(form.note ? { note: form.note } : {}),
  };
}

/** What was changed in a known resident's form. A number left empty stays as it is. */
export function changesOf(form: ResidentForm, row: RegisterRow): ResidentChanges {
  const changes: ResidentChanges = {};
  if (form.name.trim() !== row.name) changes.name = form.name;
  if (form.sex !== undefined && form.sex !== row.sex) changes.sex = form.sex;
  if (textOrNull(form.birthDate) !== row.birthDate) changes.birthDate = textOrNull(form.birthDate);
  if (textOrNull(form.relation) !== row.relation) changes.relation = textOrNull(form.relation);
  if (form.tags && [...form.tags].sort().join() !== [...row.tags].sort().join()) changes.tags = form.tags;
  if ((form.registeredElsewhere ?? false) !== row.registeredElsewhere) {
    changes.registeredElsewhere = form.registeredElsewhere ?? false;
  }
  if ((form.note ?? '').trim() !== row.note) changes.note = (form.note ?? '').trim();
  const numbers = numbersOf(form);
  return { ...changes, ...numbers, ...(numbers.idNumber && form.idKind ? { idKind: form.idKind } : {}) };
}

function numbersOf(form: ResidentForm): Pick<ResidentChanges, 'idNumber' | 'phone' | 'otherPhone'> {
  const typed = (['idNumber', 'phone', 'otherPhone'] as const).flatMap((field) => {
    const value = textOrNull(form[field]);
    return value === null ? [] : [[field, value] as const];
  });
  return Object.fromEntries(typed);
}
