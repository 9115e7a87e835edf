import type { LineDoubt, LineReading } from '../../contract/lines.ts';
import { maskName } from '../masks.ts';
import { addressParts } from '../search/query.ts';
import { takeApart } from './take-apart.ts';

/** A living entry, as far as a line can name it. */
export interface LinePerson {
  readonly id: string;
  readonly name: string;
  readonly compound: string;
  readonly building: string;
  readonly entrance: string | null;
  readonly room: string;
}

/**
 * Whom the lines of a list mean: `3号402 王小明`, `王小明 3-402`, an identity number, an id of the register, a masked name
 * behind its address, an address alone for everybody there. What is not certain is said, never guessed. By look-ups, so
 * that five thousand lines over ten thousand people take tens of milliseconds.
 */
export class LineReader {
  private readonly byId = new Map<string, LinePerson>();
  private readonly byAddress = new Map<string, LinePerson[]>();
  private readonly byName = new Map<string, LinePerson[]>();
  private readonly compounds: readonly string[];

  /** @param byNumber id of the person of an identity number, for the numbers that the lines hold */
  constructor(
    people: readonly LinePerson[],
    private readonly byNumber: ReadonlyMap<string, string>,
  ) {
    this.compounds = [...new Set(people.map((person) => person.compound))];
    for (const person of people) {
      this.byId.set(person.id, person);
      push(this.byName, nameKey(person.name), person);
      for (const key of addressKeys(person)) push(this.byAddress, key, person);
    }
  }

  read(line: string): LineReading {
    const { ids, idNumbers, compound, address, words } = takeApart(line, this.compounds);
    const marks = [...ids, ...idNumbers.map((number) => this.byNumber.get(number))];
    if (marks.length > 0) {
      const known = marks.filter((id): id is string => id !== undefined && this.byId.has(id));
      if (known.length === marks.length) return sure(known);
      // The register lacks many a number: an address with a name says it as well.
      const alsoNamed = ids.length === 0 && address.length > 0 && words.length > 0;
      if (!alsoNamed) return doubtful('unknown-mark');
    }
    const inCompound = ({ compound: own }: LinePerson) => compound === null || own === compound;
    if (address.length > 0) {
      const there = this.livingAt(address).filter(inCompound);
      return there.length === 0 ? doubtful('no-such-place') : whoOf(there, words);
    }
    if (words.length === 0) return doubtful('nothing-to-read');
    const named = words.flatMap((word) => this.byName.get(nameKey(word)) ?? []).filter(inCompound);
    return oneOf(named, 'nobody-of-that-name');
  }

  /** Labels run together (`13甲601`, `3402`) count when nothing stands under the parts as written. */
  private livingAt(address: readonly string[]): readonly LinePerson[] {
    return this.byAddress.get(address.join('-')) ?? this.byAddress.get(`=${address.join('')}`) ?? [];
  }
}

/** Of those at an address: all of them when no name is written. */
function whoOf(there: readonly LinePerson[], words: readonly string[]): LineReading {
  if (words.length === 0) {
    const homes = new Set(there.map(homeOf));
    return homes.size > 1 ? doubtful('several', there) : sure(there.map(({ id }) => id));
  }
  const fits = ({ name }: LinePerson) =>
    words.some((word) => nameKey(word) === nameKey(name) || (word.includes('*') && word === maskName(name)));
  return oneOf(there.filter(fits), 'not-at-this-place');
}

function oneOf(found: readonly LinePerson[], otherwise: LineDoubt): LineReading {
  if (found.length === 0) return doubtful(otherwise);
  return found.length === 1 ? sure(found.map(({ id }) => id)) : doubtful('several', found);
}

const sure = (residentIds: readonly string[]): LineReading => ({ residentIds, doubt: null });
const doubtful = (doubt: LineDoubt, could: readonly LinePerson[] = []): LineReading => ({
  residentIds: could.map(({ id }) => id),
  doubt,
});

const homeOf = ({ compound, building, entrance, room }: LinePerson): string =>
  [compound, building, entrance ?? '', room].join('\u0000');

const nameKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·.]/gu, '');

/** With the entrance and without, in parts and run together. */
function addressKeys({ building, entrance, room }: LinePerson): ReadonlySet<string> {
  const [b, r] = [addressParts(building), addressParts(room)];
  const ways = [[...b, ...r], ...(entrance === null ? [] : [[...b, ...addressParts(entrance), ...r]])];
  return new Set(ways.flatMap((parts) => [parts.join('-'), `=${parts.join('')}`]));
}

function push(map: Map<string, LinePerson[]>, key: string, person: LinePerson): void {
  const list = map.get(key);
  if (list) list.push(person);
  else map.set(key, [person]);
}
