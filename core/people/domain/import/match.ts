import type { ParsedPerson } from './parsed.ts';
import type { KnownResident, RegisterSnapshot } from './snapshot.ts';

/**
 * Finds each person of a register among the known ones. First by the identity number; then, for those whose number
 * is unknown on one side, by name and dwelling; then by name and phone. Nobody is found twice.
 */
export class Matcher {
  private readonly byId = new Map<string, KnownResident>();
  private readonly byNumber = new Map<string, KnownResident>();
  private readonly byNamePlace = new Map<string, KnownResident[]>();
  private readonly byNamePhone = new Map<string, KnownResident[]>();
  private readonly found = new Set<string>();

  constructor(snapshot: RegisterSnapshot) {
    for (const resident of snapshot.residents) {
      const { idNumber, name, phone } = resident.known;
      this.byId.set(resident.id, resident);
      if (idNumber !== undefined) this.byNumber.set(idNumber, resident);
      push(this.byNamePlace, `${name}\u0000${resident.dwellingId}`, resident);
      if (phone !== undefined) push(this.byNamePhone, `${name}\u0000${phone}`, resident);
    }
  }

  /** @param dwellingId where the register says the person lives; null when that dwelling is not known yet */
  match(person: ParsedPerson, dwellingId: string | null): KnownResident | null {
    const resident = this.candidate(person, dwellingId);
    if (resident) this.found.add(resident.id);
    return resident;
  }

  /** Known residents whom nothing was matched to. */
  rest(residents: readonly KnownResident[]): readonly KnownResident[] {
    return residents.filter(({ id }) => !this.found.has(id));
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

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
