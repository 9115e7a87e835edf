import { type AddressParts, matchAddress } from './address-match.ts';
import { BEGUN, INSIDE, matchPinyin, type Rank, type Syllables, WHOLE } from './pinyin-match.ts';
import { addressParts, type Reading, readQuery } from './query.ts';

/** What the search needs of a person; `PersonCard` fits, and so does a row with the full name as `nameMask`. */
export interface Searchable {
  readonly id: string;
  readonly nameMask: string;
  readonly pinyin: string;
  readonly compound: string;
  readonly building: string;
  readonly entrance: string | null;
  readonly room: string;
  readonly sort: string;
  readonly phoneMask?: string | null;
  /** How the person was spelt in entries merged into this one. */
  readonly formerly?: readonly { readonly nameMask: string; readonly pinyin: string }[];
}

/** One spelling of a name, and how it is read. */
interface Spelling {
  readonly name: string;
  readonly syllables: Syllables;
}

interface Entry<Row> {
  readonly row: Row;
  readonly address: AddressParts;
  /** The name that stands, then former ones. */
  readonly spellings: readonly Spelling[];
}

/**
 * Finds persons by pinyin, initials, characters of the name, building-room typed any way, or the last four of the
 * phone. The same on a phone and on the server. Built once and kept up to date; a search looks at every entry, which
 * takes a few milliseconds for ten thousand.
 */
export class PersonSearch<Row extends Searchable> {
  private readonly entries = new Map<string, Entry<Row>>();
  /** People of one dwelling share one. */
  private readonly addresses = new Map<string, AddressParts>();
  /** Entries in address order, made again after a change. */
  private ordered: readonly Entry<Row>[] | null = null;

  constructor(rows: Iterable<Row> = []) {
    this.put(rows);
  }

  get size(): number {
    return this.entries.size;
  }

  put(rows: Iterable<Row>): void {
    for (const row of rows) this.entries.set(row.id, this.prepare(row));
    this.ordered = null;
  }

  remove(ids: Iterable<string>): void {
    for (const id of ids) this.entries.delete(id);
    this.ordered = null;
  }

  /** Best first: whole before begun before inside; then in address order. Empty text finds nobody. */
  find(text: string, limit: number): Row[] {
    const readings = readQuery(text);
    if (readings.length === 0) return [];
    const byRank: Row[][] = [];
    for (const entry of this.inOrder()) {
      const rank = bestRank(entry, readings);
      if (rank === null) continue;
      const bucket = byRank[rank];
      if (!bucket) byRank[rank] = [entry.row];
      else if (bucket.length < limit) bucket.push(entry.row);
    }
    return byRank.flat().slice(0, limit);
  }

  private inOrder(): readonly Entry<Row>[] {
    this.ordered ??= [...this.entries.values()].sort(
      (a, b) => compareText(a.row.sort, b.row.sort) || compareText(a.row.id, b.row.id),
    );
    return this.ordered;
  }

  private prepare(row: Row): Entry<Row> {
    return {
      row,
      spellings: [row, ...(row.formerly ?? [])].map(spell),
      address: this.addressOf(row),
    };
  }

  private addressOf({ building, entrance, room }: Searchable): AddressParts {
    const key = `${building}|${entrance ?? ''}|${room}`;
    const known = this.addresses.get(key);
    if (known) return known;
    const [b, r] = [addressParts(building), addressParts(room)];
    const e = entrance === null ? [] : addressParts(entrance);
    const made = { building: b, full: [...b, ...e, ...r], short: e.length > 0 ? [...b, ...r] : null };
    this.addresses.set(key, made);
    return made;
  }
}

const spell = ({ nameMask, pinyin }: { nameMask: string; pinyin: string }): Spelling => ({
  name: nameMask.toLowerCase(),
  syllables: pinyin === '' ? [] : pinyin.split(' ').map((syllable) => syllable.split('/')),
});

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function bestRank(entry: Entry<Searchable>, readings: readonly Reading[]): Rank {
  let best: Rank = null;
  for (const reading of readings) {
    for (const spelling of entry.spellings) {
      const rank = rankOf(entry, spelling, reading);
      if (rank !== null && (best === null || rank < best)) best = rank;
    }
  }
  return best;
}

/** Everything that was typed must fit; the ranks add up. */
function rankOf(entry: Entry<Searchable>, spelling: Spelling, reading: Reading): Rank {
  let sum = 0;
  for (const word of reading.words) {
    const rank = matchWord(entry.row, spelling.name, word);
    if (rank === null) return null;
    sum += rank;
  }
  for (const letters of reading.letters) {
    const rank = matchPinyin(spelling.syllables, letters);
    if (rank === null) return null;
    sum += rank;
  }
  if (reading.address.length === 0) return sum;
  const rank = matchAddress(entry.address, reading.address) ?? matchPhoneEnd(entry.row, reading.phoneEnd);
  return rank === null ? null : sum + rank;
}

/** A word is (part of) the name, or of the compound's name. Under a mask a star stands for any character. */
function matchWord(row: Searchable, name: string, word: string): Rank {
  if (name === word) return WHOLE;
  if (name.startsWith(word) || fitsMask(name, word)) return BEGUN;
  return name.includes(word) || row.compound.includes(word) ? INSIDE : null;
}

function fitsMask(mask: string, word: string): boolean {
  if (!mask.includes('*')) return false;
  const shown = [...mask];
  const typed = [...word];
  return typed.length === shown.length && shown.every((c, i) => c === '*' || c === typed[i]);
}

const matchPhoneEnd = ({ phoneMask }: Searchable, end: string | null): Rank =>
  end !== null && phoneMask?.slice(-4) === end ? INSIDE : null;
