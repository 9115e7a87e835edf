import { can } from '#kernel/access/access.ts';
import type { CommandModule } from '#kernel/command/module.ts';
import { type HandoversCommand, kinds } from '../contract/commands.ts';
import type { HandoversEvent } from '../contract/events.ts';
import { workingIn } from '../contract/rules.ts';
import { decide, evolve } from '../domain/decide.ts';
import { createHandoversState, type HandoversState } from '../domain/state.ts';
import type { HandoversDoors } from './doors.ts';
import { byIds, find, save } from './store.ts';

export const handoversCommands = (
  doors: HandoversDoors,
): CommandModule<HandoversState, HandoversCommand, HandoversEvent> => ({
  kinds,
  async load(tx, commands) {
    const actors = await doors.loadActors(tx, [...new Set(commands.map(({ actorId }) => actorId))]);
    const state = createHandoversState((memberId, group, at) => {
      const actor = actors.get(memberId);
      return actor !== undefined && can({ work: workingIn(group) }, actor, 'work', at);
    });
    const noteIds = commands.flatMap(({ body }) => ('noteId' in body ? [body.noteId] : []));
    const pointIds = commands.flatMap(({ body }) => [
      ...('pointId' in body ? [body.pointId] : []),
      ...('points' in body ? body.points.map(({ pointId }) => pointId) : []),
    ]);
    const found = await find(tx, byIds(noteIds, pointIds));
    state.notes.load(found.notes);
    state.readings.load(found.readings);
    state.points.load(found.points);
    state.deeds.load(found.deeds);
    return state;
  },
  decide,
  evolve,
  save,
});
