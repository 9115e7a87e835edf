/**
 * Which name stands on a card (product.md, principle 8).
 *
 * Ordinary cards are handed out by the hundred, dropped and photographed: they carry the masked name and the room, as
 * the phones do. Where two of a household would look the same (`王**` and `王**`), the year of birth tells them apart.
 * A large card goes to one elder's own hand; a helper must read aloud whose it is, so it carries the full name when
 * whoever prints may read the register, and the masked one otherwise.
 */
export interface CardPerson {
  readonly residentId: string;
  readonly householdId: string;
  readonly compound: string;
  readonly building: string;
  readonly room: string;
  /** Address order as plain text order. */
  readonly sort: string;
  /** `王**` */
  readonly nameMask: string;
  /** Only for large cards, only from the register: null where the reader may not see it. */
  readonly fullName: string | null;
  readonly birthYear: number | null;
}

export interface NamedPerson extends CardPerson {
  readonly shownName: string;
}

/** What cards are printed of: in walking order, each with the name that stands on it. */
export const namedCards = (people: readonly CardPerson[]): NamedPerson[] =>
  withMaskedNames(inCardOrder(people));

/** In address order; within a household the eldest first. */
export function inCardOrder<P extends CardPerson>(people: readonly P[]): P[] {
  return [...people].sort(
    (a, b) =>
      compare(a.sort, b.sort) ||
      compare(a.householdId, b.householdId) ||
      (a.birthYear ?? 9999) - (b.birthYear ?? 9999) ||
      compare(a.residentId, b.residentId),
  );
}

/** Masked names that can be told apart within a household; a number where even the year is the same. */
export function withMaskedNames(people: readonly CardPerson[]): NamedPerson[] {
  const alike = new Map<string, number>();
  const key = (...parts: (string | number | null)[]) => parts.join('\0');
  for (const p of people) count(alike, key(p.householdId, p.nameMask));
  const dated = new Map<string, number>();
  return people.map((p) => {
    if ((alike.get(key(p.householdId, p.nameMask)) ?? 0) < 2) return { ...p, shownName: p.nameMask };
    const nth = count(dated, key(p.householdId, p.nameMask, p.birthYear));
    const year = p.birthYear === null ? '' : ` ${p.birthYear}`;
    return { ...p, shownName: `${p.nameMask}${year}${nth > 1 ? ` (${nth})` : ''}` };
  });
}

function count(counts: Map<string, number>, key: string): number {
  const next = (counts.get(key) ?? 0) + 1;
  counts.set(key, next);
  return next;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
