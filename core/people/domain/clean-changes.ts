import type { Problem } from '#kernel/problem/problem.ts';
import { problem } from '#kernel/problem/problem.ts';
import type { ResidentChanges } from '../contract/commands.ts';
import type { IdKind } from '../contract/rows.ts';
import { problems } from '../contract/rules.ts';
import { readPhone } from './phone-number.ts';
import { readResidentCard } from './resident-card.ts';

export type Cleaned = { readonly set: ResidentChanges } | { readonly fault: Problem };

const DAY_MS = 86_400_000;

/**
 * Values as they are stored: numbers without ornaments, birth date and sex taken from a resident card where nothing
 * else is said. The first value that cannot stand is the fault.
 * @param knownKind the kind of the number already kept; a number without a kind is of that, else a resident card
 * @param at epoch ms; a birth date after it is wrong
 */
export function cleanChanges(typed: ResidentChanges, knownKind: IdKind | null, at: number): Cleaned {
  let set: ResidentChanges = { ...typed };
  if (typed.name !== undefined) set.name = cleanName(typed.name);
  if (typed.tags) set.tags = [...new Set(typed.tags)].sort();
  for (const field of ['phone', 'otherPhone'] as const) {
    const value = typed[field];
    if (value === undefined || value === null) continue;
    const reading = readPhone(value);
    if (!reading.ok) return { fault: problem(problems['phone-wrong'], { field, why: reading.why }) };
    set[field] = reading.phone;
  }
  if (typed.idNumber === null) set = { ...set, idNumber: null, idKind: null };
  else if (typed.idNumber !== undefined) {
    const number = cleanNumber(typed.idNumber, typed.idKind ?? knownKind ?? 'resident-card', at);
    if ('fault' in number) return number;
    // What someone says expressly wins over what is read out of the number.
    set = { ...number.set, ...set, ...pickNumber(number.set) };
  }
  if (set.birthDate && Date.parse(set.birthDate) > at + DAY_MS) {
    return { fault: problem(problems['birth-date-wrong']) };
  }
  return { set };
}

const pickNumber = ({ idKind, idNumber }: ResidentChanges): ResidentChanges => ({ idKind, idNumber });

/** `王  小明` typed with spaces to line up is 王小明; between words of letters one space stays. */
export function cleanName(typed: string): string {
  const name = typed.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  return name.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}

function cleanNumber(typed: string, idKind: IdKind, at: number): Cleaned {
  if (idKind === 'resident-card') {
    const reading = readResidentCard(typed, new Date(at).getUTCFullYear());
    if (!reading.ok) return { fault: problem(problems['id-number-wrong'], { why: reading.why }) };
    const { number, birthDate, sex } = reading;
    return { set: { idKind, idNumber: number, birthDate, sex } };
  }
  const idNumber = typed.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (!/^[A-Z0-9()-]{4,40}$/.test(idNumber)) {
    return { fault: problem(problems['id-number-wrong'], { why: 'characters' }) };
  }
  return { set: { idKind, idNumber } };
}
