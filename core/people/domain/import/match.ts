import type { ParsedPerson } from './parsed.ts';
import type { ResidentFields } from './rows.ts';
import type { FormerResident, KnownResident, RegisterSnapshot } from './snapshot.ts';

/**
 * Finds each person of a register among the known ones. First by the identity number; then, for those whose number
 * is unknown on one side, by name and dwelling, also one he or she was moved away from by hand; then by name and
 * phone. Nobody is found twice.
 */
export class Matcher {
  private readonly byId = new Map<string, KnownResident>();
  private readonly byNumber = new Map<string, KnownResident>();
  private readonly byNamePlace = new Map<string, KnownResident[]>();
  private readonly byNamePhone = new Map<string, KnownResident[]>();
  private readonly found = new Set<string>();
  /** Named by a former entry of theirs, and so not absent. */
  private readonly mentioned = new Set<string>();
  private readonly formerByKey = new Map<string, FormerResident>();

  constructor(snapshot: RegisterSnapshot) {
    for (const former of snapshot.former) {
      for (const key of keysOf(former.known, former.dwellingId)) this.formerByKey.set(key, former);
    }
    for (const resident of snapshot.residents) {
      const { idNumber, name, phone } = resident.known;
      this.byId.set(resident.id, resident);
      if (idNumber !== undefined) this.byNumber.set(idNumber, resident);
      for (const home of [resident.dwellingId, ...resident.movedFrom]) {
        push(this.byNamePlace, `${name}\u0000${home}`, resident);
      }
      if (phone !== undefined) push(this.byNamePhone, `${name}\u0000${phone}`, resident);
    }
  }

  /** @param dwellingId where the register says the person lives; null when that dwelling is not known yet */
  match(person: ParsedPerson, dwellingId: string | null): KnownResident | null {
    const resident = this.candidate(person, dwellingId);
    if (resident) this.found.add(resident.id);
    return resident;
  }

  /**
   * The entry that stands no longer and fits somebody whom `match` did not find: by number, by name and dwelling, or by
   * name and phone; two different numbers are two people.
   */
  former(person: ParsedPerson, dwellingId: string | null): FormerResident | null {
    for (const key of keysOf(person.set, dwellingId)) {
      const former = this.formerByKey.get(key);
      if (!former || differ(former.known.idNumber, person.set.idNumber)) continue;
      if (former.standsAs !== null) this.mentioned.add(former.standsAs);
      return former;
    }
    return null;
  }

  /** A living entry by its id, whether it was found or not. */
  standing(id: string): KnownResident | undefined {
    return this.byId.get(id);
  }

  /** Known residents whom nothing was matched to. */
  rest(residents: readonly KnownResident[]): readonly KnownResident[] {
    return residents.filter(({ id }) => !this.found.has(id) && !this.mentioned.has(id));
  }

  private candidate(person: ParsedPerson, dwellingId: string | null): KnownResident | null {
    const named = person.residentId === undefined ? undefined : this.byId.get(person.residentId);
    if (named) return this.free(named);
    const { idNumber, name, phone } = person.set;
    const numbered = idNumber === undefined ? undefined : this.byNumber.get(idNumber);
    if (numbered) return this.free(numbered);
    const couldBe = (resident: KnownResident) =>
      !this.found.has(resident.id) && (idNumber === undefined || resident.known.idNumber === undefined);
    const here = (this.byNamePlace.get(`${name}\u0000${dwellingId}`) ?? []).filter(couldBe);
    const alike = here.find((resident) => resident.known.phone === phone) ?? here[0];
    if (alike) return alike;
    if (phone === undefined) return null;
    const elsewhere = (this.byNamePhone.get(`${name}\u0000${phone}`) ?? []).filter(couldBe);
    return elsewhere.length === 1 ? (elsewhere[0] ?? null) : null;
  }

  private free(resident: KnownResident | undefined): KnownResident | null {
    return resident && !this.found.has(resident.id) ? resident : null;
  }
}

/** What somebody may be known by, the surest first. */
function keysOf(set: ResidentFields, dwellingId: string | null): string[] {
  const { name, idNumber, phone } = set;
  return [
    ...(idNumber === undefined ? [] : [`number\u0000${idNumber}`]),
    ...(dwellingId === null ? [] : [`place\u0000${name}\u0000${dwellingId}`]),
    ...(phone === undefined ? [] : [`phone\u0000${name}\u0000${phone}`]),
  ];
}

const differ = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b;

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
