import type { PackedDelta, Term } from '../protocol.ts';
import { HeldRows, type RowChanges } from './held-rows.ts';
import type { ClientKind, Projection } from './projection.ts';
import { guess, replay, type Waiting } from './replay.ts';
import type { Guess } from './state.ts';

interface Slot {
  readonly projection: Projection<unknown>;
  readonly state: unknown;
  /** Moves whenever the state may look different. */
  revision: number;
  readonly listeners: Set<() => void>;
}

/**
 * The confirmed rows in memory, fed to the projections, with what waits laid over. Changes of rows gather until
 * `refresh` shows them, so that a reader never sees half a page.
 *
 * Rows of any collection are held, whether or not a projection is here that reads them: one that is asked for later
 * gets all of them then. So a projection need not be loaded before something of it is shown.
 */
export class Replica {
  readonly rows = new HeldRows();
  private readonly slots = new Map<string, Slot>();
  private readonly byKind = new Map<string, Slot>();
  private waiting: readonly Waiting[] = [];
  private guesses = new Map<string, Guess>();
  private shown: ReadonlySet<string> = new Set();
  private readonly watchers = new Set<() => void>();

  /** @param onFault told when a module's `decide` or `evolve` throws over a waiting command; the command stays */
  constructor(
    projections: readonly Projection<unknown>[],
    private readonly deviceId: string,
    private readonly onFault: (error: unknown) => void,
  ) {
    for (const projection of projections) this.add(projection);
  }

  kind(name: string): ClientKind {
    const kind = this.byKind.get(name)?.projection.kinds[name];
    if (!kind) throw new Error(`no projection decides ${name}`);
    return kind;
  }

  /** Takes a projection in, with all that is held and waits for it. One that is here already stays as it is. */
  add(projection: Projection<unknown>): void {
    const known = this.slot(projection);
    if (known.projection !== projection) throw new Error(`two projections are named ${projection.name}`);
  }

  decides(kind: string): boolean {
    return this.byKind.has(kind);
  }

  /** The kinds of what waits that no projection here decides. */
  undecided(): readonly string[] {
    return this.waiting.map(({ envelope }) => envelope.kind).filter((kind) => !this.decides(kind));
  }

  state(projection: Projection<unknown>): unknown {
    return this.slot(projection).state;
  }

  revision(projection: Projection<unknown>): number {
    return this.slot(projection).revision;
  }

  subscribe(projection: Projection<unknown>, listener: () => void): () => void {
    const { listeners } = this.slot(projection);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  /** The collections of which rows were shown; the same object until it is another set. */
  collections(): ReadonlySet<string> {
    return this.shown;
  }

  watchCollections(listener: () => void): void {
    this.watchers.add(listener);
  }

  guessOf(id: string): Guess | null {
    return this.guesses.get(id) ?? null;
  }

  apply(term: Term, version: number, collections: Readonly<Record<string, PackedDelta>>): void {
    this.rows.apply(term, version, collections);
  }

  drop(term: Term): void {
    this.rows.drop(term);
  }

  /** Feeds what has changed, lays everything that waits over it anew, and tells whoever looks. */
  refresh(waiting: readonly Waiting[]): void {
    const changes = this.rows.takeChanges();
    const before = new Set(this.waiting.map(({ envelope }) => envelope.id));
    const pending =
      before.size !== waiting.length || waiting.some(({ envelope }) => !before.has(envelope.id));
    for (const slot of this.slots.values()) slot.projection.clear(slot.state);
    for (const slot of this.slots.values()) {
      for (const name of slot.projection.collections) {
        const change = changes.get(name);
        if (change) feed(slot, name, change);
      }
    }
    this.guesses = new Map();
    this.waiting = waiting;
    for (const entry of waiting) this.lay(entry);
    for (const slot of this.slots.values()) {
      if (pending || slot.projection.collections.some((name) => changes.has(name))) announce(slot);
    }
    this.showCollections();
  }

  /** What the phone thinks of a command over all it knows. Changes nothing. */
  guess(waiting: Waiting): Guess {
    const slot = this.byKind.get(waiting.envelope.kind);
    if (!slot) throw new Error(`no projection decides ${waiting.envelope.kind}`);
    return guess(slot.projection, slot.state, waiting, this.deviceId);
  }

  /** Lays one more waiting command over the state. */
  overlay(waiting: Waiting): void {
    this.waiting = [...this.waiting, waiting];
    const slot = this.lay(waiting);
    if (slot) announce(slot);
  }

  private lay(waiting: Waiting): Slot | undefined {
    const slot = this.byKind.get(waiting.envelope.kind);
    if (!slot) return undefined;
    try {
      this.guesses.set(waiting.envelope.id, replay(slot.projection, slot.state, waiting, this.deviceId));
    } catch (error) {
      this.guesses.set(waiting.envelope.id, { flags: [], refused: null });
      this.onFault(error);
    }
    return slot;
  }

  private slot(projection: Projection<unknown>): Slot {
    return this.slots.get(projection.name) ?? this.takeIn(projection);
  }

  /** Asked for in the middle of a change it gets what has come so far; `refresh` brings the rest to it as to all. */
  private takeIn(projection: Projection<unknown>): Slot {
    const slot: Slot = { projection, state: projection.build(), revision: 0, listeners: new Set() };
    this.slots.set(projection.name, slot);
    for (const kind of Object.keys(projection.kinds)) {
      if (this.byKind.has(kind)) throw new Error(`two projections decide ${kind}`);
      this.byKind.set(kind, slot);
    }
    for (const name of projection.collections) feed(slot, name, this.rows.all(name));
    for (const entry of this.waiting) if (this.byKind.get(entry.envelope.kind) === slot) this.lay(entry);
    return slot;
  }

  private showCollections(): void {
    const now = this.rows.collections();
    if (now.size === this.shown.size && [...now].every((name) => this.shown.has(name))) return;
    this.shown = now;
    for (const listener of this.watchers) listener();
  }
}

function feed({ projection, state }: Slot, name: string, { gone, blocks, rows }: RowChanges): void {
  if (gone.length > 0) projection.remove(state, name, gone);
  for (const block of blocks) projection.load(state, name, block);
  if (rows.length > 0) projection.load(state, name, rows);
}

function announce(slot: Slot): void {
  slot.revision += 1;
  for (const listener of [...slot.listeners]) listener();
}
