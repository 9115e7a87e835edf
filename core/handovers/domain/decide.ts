import type { GroupId } from '#core/accounts/contract.ts';
import { type Decision, refuse } from '#kernel/command/command.ts';
import type { Stamp } from '#kernel/command/module.ts';
import { problem } from '#kernel/problem/problem.ts';
import type { HandoversCommand } from '../contract/commands.ts';
import type { HandoversEvent } from '../contract/events.ts';
import { handoversProblems as p } from '../contract/problems.ts';
import type { HandoversState } from './state.ts';

/**
 * What happened at a place is noted, whoever tells of it first; nothing contradicts: two who confirm both did, and a
 * point done twice was done. Refused is only what is of nothing known, or by somebody of another group.
 */
export function decide(state: HandoversState, command: HandoversCommand): Decision<HandoversEvent> {
  const group = groupOf(state, command);
  if (group === null) {
    const noted = command.kind === 'handovers.confirm-note' ? p['unknown-note'] : p['unknown-point'];
    return refuse(problem(noted));
  }
  if (!state.worksIn(command.actorId, group, command.at)) return refuse(problem(p['not-your-group']));
  if (isTaken(state, command)) return refuse(problem(p['id-taken']));
  return { events: [eventOf(command)] };
}

function groupOf(state: HandoversState, command: HandoversCommand): GroupId | null {
  switch (command.kind) {
    case 'handovers.write-note':
    case 'handovers.add-point':
      return command.body.group;
    case 'handovers.confirm-note':
      return state.notes.get(command.body.noteId)?.group ?? null;
    case 'handovers.mark-point':
      return state.points.get(command.body.pointId)?.group ?? null;
  }
}

function isTaken(state: HandoversState, command: HandoversCommand): boolean {
  switch (command.kind) {
    case 'handovers.write-note': {
      const { noteId, points } = command.body;
      const ids = points.map(({ pointId }) => pointId);
      const twice = new Set(ids).size !== ids.length;
      return twice || state.notes.get(noteId) !== undefined || ids.some((id) => state.points.get(id));
    }
    case 'handovers.add-point':
      return state.points.get(command.body.pointId) !== undefined;
    case 'handovers.confirm-note':
      return state.readings.get(command.body.readingId) !== undefined;
    case 'handovers.mark-point':
      return state.deeds.get(command.body.deedId) !== undefined;
  }
}

function eventOf({ kind, body, at, actorId: by }: HandoversCommand): HandoversEvent {
  switch (kind) {
    case 'handovers.write-note': {
      const { noteId, points, ...said } = body;
      const { group, place } = body;
      return {
        type: 'handovers.note-written',
        data: {
          note: { id: noteId, ...said, at, by },
          points: points.map(({ pointId: id, text, dueAt }) => ({
            id,
            group,
            place,
            noteId,
            text,
            dueAt,
            at,
            by,
          })),
        },
      };
    }
    case 'handovers.confirm-note':
      return {
        type: 'handovers.note-confirmed',
        data: { id: body.readingId, noteId: body.noteId, at, by },
      };
    case 'handovers.add-point': {
      const { pointId: id, ...said } = body;
      return { type: 'handovers.point-added', data: { id, ...said, noteId: null, at, by } };
    }
    case 'handovers.mark-point': {
      const { deedId: id, ...said } = body;
      return { type: 'handovers.point-marked', data: { id, ...said, at, by } };
    }
  }
}

/** Names stand beside what was done; on a phone, what waits is one's own. */
export function evolve(state: HandoversState, event: HandoversEvent, { version }: Stamp): void {
  const more = { byName: '', version };
  switch (event.type) {
    case 'handovers.note-written':
      state.notes.put({ ...event.data.note, ...more });
      for (const point of event.data.points) state.points.put({ ...point, ...more });
      return;
    case 'handovers.note-confirmed':
      state.readings.put({ ...event.data, ...more });
      return;
    case 'handovers.point-added':
      state.points.put({ ...event.data, ...more });
      return;
    case 'handovers.point-marked':
      state.deeds.put({ ...event.data, ...more });
  }
}
