import { sql } from 'kysely';
import * as z from 'zod';
import type { TableSpec } from '../../db/columns.ts';
import { upsertRows } from '../../db/upsert.ts';
import { defineProblems, problem } from '../../problem/problem.ts';
import { type Command, type DomainEvent, refuse } from '../command.ts';
import type { CommandModule } from '../module.ts';
import { WorkingSet } from '../working-set.ts';

/** A module without a domain, for the kernel's own tests: counters that are added to and reset. */
export interface CounterRow {
  readonly id: string;
  readonly version: number;
  readonly value: number;
}

export const toyProblems = defineProblems('toy', 9000, { 'over-ten': [1, 409], empty: [2, 409] });

export const counterTable: TableSpec<CounterRow> = {
  table: 'toy.counter',
  key: ['id'],
  columns: { id: 'uuid', version: 'int8', value: 'int4' },
};

const add = z.object({ counterId: z.uuid(), by: z.number().int() });
const reset = z.object({ counterId: z.uuid() });

type ToyCommand =
  | Command<'toy.add', z.infer<typeof add>>
  | Command<'toy.reset', z.infer<typeof reset>>
  | Command<'toy.explode', z.infer<typeof reset>>;
type ToyEvent = DomainEvent<'toy.changed', { counterId: string; value: number }>;
type ToyState = WorkingSet<CounterRow>;

export const toyRules = { 'toy:count': ['duty:toy'], 'toy:reset': ['role:boss'] } as const;

export const toyCommands: CommandModule<ToyState, ToyCommand, ToyEvent> = {
  kinds: {
    'toy.add': {
      nature: 'fact',
      action: 'toy:count',
      v: 2,
      body: add,
      upcast: { 1: (b) => ({ ...(b as object), by: 1 }) },
    },
    'toy.reset': { nature: 'wish', action: 'toy:reset', v: 1, body: reset },
    'toy.explode': { nature: 'fact', action: 'toy:count', v: 1, body: reset },
  },
  async load(tx, commands) {
    const ids = [...new Set(commands.map((c) => c.body.counterId))];
    const { rows } = await sql<CounterRow>`
      select id, version, value from toy.counter
      where area_id = ${tx.areaId} and id = any(${ids}::uuid[])`.execute(tx.db);
    return new WorkingSet<CounterRow>({}).load(rows);
  },
  decide(state, command) {
    const { counterId } = command.body;
    const value = state.get(counterId)?.value ?? 0;
    switch (command.kind) {
      case 'toy.add': {
        const sum = value + command.body.by;
        const flags =
          sum > 10 ? [{ problem: problem(toyProblems['over-ten'], { sum }), subjects: { counterId } }] : [];
        return { events: [{ type: 'toy.changed', data: { counterId, value: sum } }], flags };
      }
      case 'toy.reset':
        if (value === 0) return refuse(problem(toyProblems.empty));
        return { events: [{ type: 'toy.changed', data: { counterId, value: 0 } }] };
      case 'toy.explode':
        throw new Error('the rule is broken');
    }
  },
  evolve(state, event, { version }) {
    state.put({ id: event.data.counterId, version, value: event.data.value });
  },
  save: (tx, state) => upsertRows(tx, counterTable, state.changed()),
};
