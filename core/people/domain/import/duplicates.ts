import type { ParsedPerson } from './parsed.ts';
import { placeKey } from './parsed.ts';

export type Twin =
  /** The same person a second time: the line says nothing new. */
  | 'duplicate'
  /** Someone else with the same number: one of the two is wrong. */
  | 'id-twice';

/** Finds lines that repeat an earlier one. */
export class Twins {
  private readonly byNumber = new Map<string, ParsedPerson>();
  private readonly lines = new Set<string>();

  /** Takes the person in, unless a twin of an earlier one. */
  see(person: ParsedPerson): Twin | null {
    const number = person.set.idNumber;
    const earlier = number === undefined ? undefined : this.byNumber.get(number);
    if (earlier) {
      const same = earlier.set.name === person.set.name && placeKey(earlier.place) === placeKey(person.place);
      return same ? 'duplicate' : 'id-twice';
    }
    if (number !== undefined) {
      this.byNumber.set(number, person);
      return null;
    }
    // Two of one name in a household without a number may be two people only if something else differs.
    const said = Object.entries(person.set).sort();
    const line = JSON.stringify([person.residentId ?? '', placeKey(person.place), said]);
    if (this.lines.has(line)) return 'duplicate';
    this.lines.add(line);
    return null;
  }
}
