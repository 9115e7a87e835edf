import type { Command, Decision, DomainEvent } from '../../../command/command.ts';
import { refuse } from '../../../command/command.ts';
import type { Stamp } from '../../../command/module.ts';
import { WorkingSet } from '../../../command/working-set.ts';
import type { PulledRow } from '../../protocol.ts';
import type { Projection } from '../projection.ts';

/** A toy module for the sync's tests: notes pinned to boards, and counters that only facts move. */
export interface Note {
  readonly id: string;
  readonly board: string;
  readonly text: string;
  readonly removed: boolean;
  readonly version: number;
}

export interface Counter {
  readonly id: string;
  readonly board: string;
  readonly value: number;
  readonly version: number;
}

export interface Boards {
  readonly notes: WorkingSet<Note, 'text'>;
  readonly counters: WorkingSet<Counter>;
}

interface Pin {
  readonly id: string;
  readonly board: string;
  readonly text: string;
}

export const PROBLEMS = {
  twice: { code: 'toy.pinned-twice', number: 1, details: {} },
  missing: { code: 'toy.no-such-note', number: 2, details: {} },
} as const;

export const notesProjection: Projection<Boards> = {
  name: 'toy',
  collections: ['toy.note', 'toy.counter'],
  kinds: {
    'toy.pin': { nature: 'fact', v: 1 },
    'toy.remove': { nature: 'wish', v: 1 },
    'toy.count': { nature: 'fact', v: 1 },
  },
  build: () => ({
    notes: new WorkingSet<Note, 'text'>({ text: (note) => (note.removed ? null : note.text) }),
    counters: new WorkingSet<Counter>({}),
  }),
  load(boards, collection, rows) {
    if (collection === 'toy.note') boards.notes.load(rows as readonly (PulledRow & Note)[]);
    else boards.counters.load(rows as readonly (PulledRow & Counter)[]);
  },
  remove(boards, collection, ids) {
    if (collection === 'toy.note') boards.notes.remove(ids);
    else boards.counters.remove(ids);
  },
  clear(boards) {
    boards.notes.clearChanges();
    boards.counters.clearChanges();
  },
  decide,
  evolve,
};

/** `toy.pin` {id, board, text}; `toy.remove` {id}; `toy.count` {id, board, by}. */
function decide(boards: Boards, command: Command): Decision {
  if (command.kind === 'toy.pin') {
    const pin = command.body as Pin;
    const twice = boards.notes.by('text', pin.text).some((note) => note.id !== pin.id);
    const flags = twice ? [{ problem: PROBLEMS.twice, subjects: { noteId: pin.id } }] : [];
    return { events: [{ type: 'toy.pinned', data: pin }], flags };
  }
  if (command.kind === 'toy.remove') {
    const { id } = command.body as { id: string };
    const note = boards.notes.get(id);
    if (!note || note.removed) return refuse(PROBLEMS.missing);
    return { events: [{ type: 'toy.removed', data: { id } }] };
  }
  return { events: [{ type: 'toy.counted', data: command.body }] };
}

function evolve(boards: Boards, event: DomainEvent, { version }: Stamp): void {
  if (event.type === 'toy.pinned') {
    boards.notes.put({ ...(event.data as Pin), removed: false, version });
  } else if (event.type === 'toy.removed') {
    const note = boards.notes.get((event.data as { id: string }).id);
    if (note) boards.notes.put({ ...note, removed: true, version });
  } else {
    const { id, board, by } = event.data as { id: string; board: string; by: number };
    const value = (boards.counters.get(id)?.value ?? 0) + by;
    boards.counters.put({ id, board, value, version });
  }
}
