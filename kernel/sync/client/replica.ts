import type { CollectionDelta, Term } from '../protocol.ts';
import { HeldRows } from './held-rows.ts';
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
 */
export class Replica {
  readonly rows = new HeldRows();
  private readonly slots = new Map<string, Slot>();
  private readonly byKind = new Map<string, Slot>();
  private guesses = new Map<string, Guess>();

  /** @param onFault told when a module's `decide` or `evolve` throws over a waiting command; the command stays */
  constructor(
    projections: readonly Projection<unknown>[],
    private readonly deviceId: string,
    private readonly onFault: (error: unknown) => void,
  ) {
    for (const projection of projections) {
      if (this.slots.has(projection.name)) throw new Error(`two projections are named ${projection.name}`);
      const slot: Slot = { projection, state: projection.build(), revision: 0, listeners: new Set() };
      this.slots.set(projection.name, slot);
      for (const kind of Object.keys(projection.kinds)) {
        if (this.byKind.has(kind)) throw new Error(`two projections decide ${kind}`);
        this.byKind.set(kind, slot);
      }
    }
  }

  kind(name: string): ClientKind {
    const kind = this.byKind.get(name)?.projection.kinds[name];
    if (!kind) throw new Error(`no projection decides ${name}`);
    return kind;
  }

  state(name: string): unknown {
    return this.slot(name).state;
  }

  revision(name: string): number {
    return this.slot(name).revision;
  }

  subscribe(name: string, listener: () => void): () => void {
    const { listeners } = this.slot(name);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  guessOf(id: string): Guess | null {
    return this.guesses.get(id) ?? null;
  }

  apply(term: Term, version: number, collections: Readonly<Record<string, CollectionDelta>>): void {
    this.rows.apply(term, version, collections);
  }

  drop(term: Term): void {
    this.rows.drop(term);
  }

  /** Feeds what has changed, lays everything that waits over it anew, and tells whoever looks. */
  refresh(waiting: readonly Waiting[]): void {
    const changes = this.rows.takeChanges();
    const before = this.guesses;
    const pending = before.size !== waiting.length || waiting.some((entry) => !before.has(entry.envelope.id));
    for (const slot of this.slots.values()) slot.projection.clear(slot.state);
    for (const slot of this.slots.values()) {
      for (const name of slot.projection.collections) {
        const change = changes.get(name);
        if (!change) continue;
        if (change.gone.length > 0) slot.projection.remove(slot.state, name, change.gone);
        if (change.rows.length > 0) slot.projection.load(slot.state, name, change.rows);
      }
    }
    this.guesses = new Map();
    for (const entry of waiting) this.lay(entry);
    for (const slot of this.slots.values()) {
      if (pending || slot.projection.collections.some((name) => changes.has(name))) announce(slot);
    }
  }

  /** What the phone thinks of a command over all it knows. Changes nothing. */
  guess(waiting: Waiting): Guess {
    const slot = this.byKind.get(waiting.envelope.kind);
    if (!slot) throw new Error(`no projection decides ${waiting.envelope.kind}`);
    return guess(slot.projection, slot.state, waiting, this.deviceId);
  }

  /** Lays one more waiting command over the state. */
  overlay(waiting: Waiting): void {
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

  private slot(name: string): Slot {
    const slot = this.slots.get(name);
    if (!slot) throw new Error(`no projection is named ${name}`);
    return slot;
  }
}

function announce(slot: Slot): void {
  slot.revision += 1;
  for (const listener of [...slot.listeners]) listener();
}
