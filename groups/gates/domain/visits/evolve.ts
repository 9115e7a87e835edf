import type { Stamp } from '#kernel/command/module.ts';
import type { Passage } from '../../contract/rows.ts';
import type { VisitEvent } from '../../contract/visit-events.ts';
import type { Evolvers } from '../command.ts';
import type { GatesState } from '../state.ts';

export const visitEvolvers: Evolvers<VisitEvent['type']> = {
  'gates.visit-registered'(state, { visitId: id, ...visit }, { at, version }) {
    const leftAt = visit.outcome === 'refused' ? at : null;
    state.visitRows.put({ id, ...visit, enteredAt: at, leftAt, voidedAt: null, version });
  },

  'gates.visit-ended'(state, { visitId }, { at, version }) {
    const visit = state.visitRows.get(visitId);
    if (visit) state.visitRows.put({ ...visit, leftAt: at, version });
  },

  'gates.visit-extended'(state, { visitId, until }, { version }) {
    const visit = state.visitRows.get(visitId);
    if (visit) state.visitRows.put({ ...visit, expectedUntil: until, version });
  },

  'gates.inside-looked-at'(state, data, { commandId: id, actorId: by, at, version }) {
    state.insideLooks.put({ id, ...data, at, by, version });
  },
};

/** A visit goes with the passage that let it in; taken back the one that let it out, it is inside again. */
export function followVoided(
  state: GatesState,
  passage: Passage,
  { at, version }: Pick<Stamp, 'at' | 'version'>,
): void {
  const visit = passage.visitId === null ? undefined : state.visitRows.get(passage.visitId);
  if (!visit) return;
  if (passage.id === visit.passageId) state.visitRows.put({ ...visit, voidedAt: at, version });
  else if (passage.direction === 'out') state.visitRows.put({ ...visit, leftAt: null, version });
}
