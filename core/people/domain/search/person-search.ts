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
}

interface Entry<Row> extends AddressParts {
  readonly row: Row;
  readonly name: string;
  readonly syllables: Syllables;
}

/**
 * Finds persons by pinyin, initials, characters of the name, building-room typed any way, or the last four of the
 * phone. The same on a phone and on the server. Built once and kept up to date; a search looks at every entry, which
 * takes a few milliseconds for ten thousand.
 */
export class PersonSearch<Row extends Searchable> {
  private readonly entries = new Map<string, Entry<Row>>();
  /** Neighbours share their labels. */
  private readonly parts = new Map<string, readonly string[]>();

  constructor(rows: Iterable<Row> = []) {
    this.put(rows);
  }

  get size(): number {
    return this.entries.size;
  }

  put(rows: Iterable<Row>): void {
    for (const row of rows) this.entries.set(row.id, this.prepare(row));
  }

  remove(ids: Iterable<string>): void {
    for (const id of ids) this.entries.delete(id);
  }

  /** Best first: whole before begun before inside; then in address order. Empty text finds nobody. */
  find(text: string, limit: number): Row[] {
    const readings = readQuery(text);
    const found: { row: Row; rank: number }[] = [];
    for (const entry of this.entries.values()) {
      const rank = bestRank(entry, readings);
      if (rank !== null) found.push({ row: entry.row, rank });
    }
    found.sort(
      (a, b) => a.rank - b.rank || compareText(a.row.sort, b.row.sort) || compareText(a.row.id, b.row.id),
    );
    return found.slice(0, limit).map(({ row }) => row);
  }

  private prepare(row: Row): Entry<Row> {
    return {
      row,
      name: row.nameMask.toLowerCase(),
      syllables: row.pinyin === '' ? [] : row.pinyin.split(' ').map((syllable) => syllable.split('/')),
      building: this.partsOf(row.building),
      entrance: row.entrance === null ? [] : this.partsOf(row.entrance),
      room: this.partsOf(row.room),
    };
  }

  private partsOf(label: string): readonly string[] {
    const known = this.parts.get(label);
    if (known) return known;
    const made = addressParts(label);
    this.parts.set(label, made);
    return made;
  }
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function bestRank(entry: Entry<Searchable>, readings: readonly Reading[]): Rank {
  let best: Rank = null;
  for (const reading of readings) {
    const rank = rankOf(entry, reading);
    if (rank !== null && (best === null || rank < best)) best = rank;
  }
  return best;
}

/** Everything that was typed must fit; the ranks add up. */
function rankOf(entry: Entry<Searchable>, reading: Reading): Rank {
  let sum = 0;
  for (const word of reading.words) {
    const rank = matchWord(entry, word);
    if (rank === null) return null;
    sum += rank;
  }
  for (const letters of reading.letters) {
    const rank = matchPinyin(entry.syllables, letters);
    if (rank === null) return null;
    sum += rank;
  }
  if (reading.address.length === 0) return sum;
  const rank = matchAddress(entry, reading.address) ?? matchPhoneEnd(entry.row, reading.phoneEnd);
  return rank === null ? null : sum + rank;
}

/** A word is (part of) the name, or of the compound's name. Under a mask a star stands for any character. */
function matchWord({ name, row }: Entry<Searchable>, word: string): Rank {
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
