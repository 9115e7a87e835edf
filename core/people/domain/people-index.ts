import { serialHex, serialOf } from '#core/codes/contract.ts';
import { RowBlock, type Rows } from '#kernel/sync/rows/row-block.ts';
import { RowBlocks } from '#kernel/sync/rows/row-blocks.ts';
import type { PersonCard } from '../contract/rows.ts';
import { PersonSearch } from './search/person-search.ts';

/** A card that can be found by what a reader holds. */
export interface IndexedCard extends PersonCard {
  /** `identityHash` under the duty's key, hex; null where no number is known. */
  readonly identityHash: string | null;
  /** Entries that were merged into this one: a card printed before still says their code. */
  readonly alsoIds?: readonly string[];
}

/**
 * Everybody a phone knows, ready to be looked up by code, identity card, household, name or room. Cards that came by
 * columns are made when somebody is looked up; one that is also known by other ids stands by itself.
 */
export class PeopleIndex<Card extends IndexedCard> {
  private readonly cards = new Map<string, Card>();
  private readonly blocks = new RowBlocks<Card>();
  /** Of the cards that stand by themselves. */
  private readonly serials = new Map<string, Card[]>();
  private readonly hashes = new Map<string, Card[]>();
  private readonly households = new Map<string, Card[]>();
  private readonly householdSerials = new Map<string, Set<string>>();
  private byName: PersonSearch<Card> | null = null;

  get size(): number {
    return this.cards.size + this.blocks.size;
  }

  /** By name, room or phone; made when it is first asked for, which takes a slow phone half a second. */
  get search(): PersonSearch<Card> {
    this.byName ??= new PersonSearch<Card>(this.all());
    return this.byName;
  }

  get(residentId: string): Card | undefined {
    return this.cards.get(residentId) ?? this.blocks.get(residentId);
  }

  *all(): IterableIterator<Card> {
    yield* this.blocks.rows();
    yield* this.cards.values();
  }

  *ids(): IterableIterator<string> {
    yield* this.blocks.ids();
    yield* this.cards.keys();
  }

  /** By the serial of a person's code; two people may share one. */
  bySerial(serial: string): readonly Card[] {
    return [...this.blocks.endingWith('id', serialHex(serial)), ...(this.serials.get(serial) ?? [])];
  }

  /** Two people may share a hash, since it is cut. */
  byIdentityHash(hash: string): readonly Card[] {
    const found = [...this.blocks.endingWith('identityHash', hash)].filter((c) => c.identityHash === hash);
    return [...found, ...(this.hashes.get(hash) ?? [])];
  }

  household(householdId: string): readonly Card[] {
    const found = [...this.blocks.endingWith('householdId', householdId)];
    return [...found, ...(this.households.get(householdId) ?? [])];
  }

  /** Everybody of the household, or of the households, whose code has that serial. */
  byHouseholdSerial(serial: string): readonly Card[] {
    const ids = new Set(this.householdSerials.get(serial));
    for (const card of this.blocks.endingWith('householdId', serialHex(serial))) ids.add(card.householdId);
    return [...ids].flatMap((id) => this.household(id));
  }

  /** Takes cards in; one of an id already held replaces it. */
  put(cards: Rows<Card>): void {
    if (cards instanceof RowBlock) this.putBlock(cards);
    else for (const card of cards) this.putOne(card);
    this.byName?.put(cards);
  }

  remove(residentIds: readonly string[]): void {
    for (const id of residentIds) this.forget(id);
    this.byName?.remove(residentIds);
  }

  private putBlock(block: RowBlock<Card>): void {
    for (const id of this.cards.keys()) if (block.placeOf(id) !== -1) this.forget(id);
    const known = block.having('alsoIds');
    this.blocks.add(block);
    for (const place of known) this.putOne(block.row(place));
  }

  private putOne(card: Card): void {
    this.forget(card.id);
    this.cards.set(card.id, card);
    for (const serial of serialsOf(card)) add(this.serials, serial, card);
    if (card.identityHash !== null) add(this.hashes, card.identityHash, card);
    add(this.households, card.householdId, card);
    const serial = serialOf(card.householdId);
    const known = this.householdSerials.get(serial);
    if (known) known.add(card.householdId);
    else this.householdSerials.set(serial, new Set([card.householdId]));
  }

  private forget(residentId: string): void {
    this.blocks.delete(residentId);
    const known = this.cards.get(residentId);
    if (!known) return;
    this.cards.delete(residentId);
    for (const serial of serialsOf(known)) drop(this.serials, serial, residentId);
    if (known.identityHash !== null) drop(this.hashes, known.identityHash, residentId);
    drop(this.households, known.householdId, residentId);
  }
}

/** Of the card printed now, and of those printed before entries were merged. */
const serialsOf = ({ id, alsoIds = [] }: IndexedCard): string[] => [id, ...alsoIds].map(serialOf);

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function drop<Card extends IndexedCard>(map: Map<string, Card[]>, key: string, residentId: string): void {
  const left = (map.get(key) ?? []).filter((card) => card.id !== residentId);
  if (left.length > 0) map.set(key, left);
  else map.delete(key);
}
