import { settingAt } from '#kernel/settings/setting.ts';
import type { GatesEvent } from '../../contract/events.ts';
import type { passageBodies } from '../../contract/passage-commands.ts';
import type { GatesProblem } from '../../contract/problems.ts';
import type { Passage } from '../../contract/rows.ts';
import { settings } from '../../contract/settings.ts';
import { RESOLUTIONS_OF, type Resolution } from '../../contract/settlement.ts';
import { accept, type Deciders, refusal } from '../command.ts';
import { contradictions } from './contradictions.ts';
import { usesOuting } from './outing.ts';

const MINUTE = 60_000;

export const passageDeciders: Deciders<keyof typeof passageBodies> = {
  /** A fact: whoever went, went. What the rules say against it is a flag. */
  'gates.record-passage'(state, command) {
    const { body, at } = command;
    if (state.passages.get(body.passageId)) return refusal('id-taken');
    if (!state.gates.get(body.gateId)) return refusal('no-such-gate');
    const person = body.residentId === null ? undefined : state.people.person(body.residentId);
    const householdId = person?.householdId ?? body.householdId;
    // A phone that has not heard of a merge speaks of the entry that was merged.
    const residentId = person?.residentId ?? body.residentId;
    const passage = { ...body, residentId, householdId };
    const counts = usesOuting(state, passage, at);
    const event: GatesEvent = { type: 'gates.passed', data: { ...passage, counts } };
    return accept([event], contradictions(state, { ...passage, counts }, at));
  },

  'gates.undo-passage'(state, { body, at, actorId }) {
    const passage = state.passages.get(body.passageId);
    if (!passage) return refusal('no-such-passage');
    if (passage.by !== actorId) return refusal('not-your-passage');
    if (passage.voidedAt !== null) return refusal('already-voided');
    const minutes = settingAt(settings.undoMinutes, state.settings, at).value;
    if (at - passage.at > minutes * MINUTE) return refusal('undo-too-late', { minutes });
    return accept([{ type: 'gates.passage-voided', data: { ...body, note: '' } }]);
  },

  'gates.void-passage'(state, { body }) {
    const passage = state.passages.get(body.passageId);
    if (!passage) return refusal('no-such-passage');
    if (passage.voidedAt !== null) return refusal('already-voided');
    return accept([{ type: 'gates.passage-voided', data: body }]);
  },

  'gates.settle'(state, command) {
    const found = state.discrepancies.get(command.body.discrepancyId);
    if (!found) return refusal('no-such-discrepancy');
    if (found.settled) return refusal('already-settled');
    const { resolution, note } = command.body;
    const ways = RESOLUTIONS_OF[found.code.replace(/^gates\./, '') as GatesProblem] ?? [];
    if (!ways.includes(resolution)) return refusal('resolution-wrong');
    const events = settled(state.passages.get(found.subjects.passageId ?? ''), resolution, note);
    return { events, settles: [{ discrepancyId: found.id, resolution, note }] };
  },
};

/** A passage taken back meanwhile needs nothing more. */
function settled(passage: Passage | undefined, resolution: Resolution, note: string): GatesEvent[] {
  if (!passage || passage.voidedAt !== null) return [];
  const { id: passageId } = passage;
  if (resolution === 'void') return [{ type: 'gates.passage-voided', data: { passageId, note } }];
  if (resolution === 'not-counted' && passage.counts)
    return [{ type: 'gates.passage-uncounted', data: { passageId } }];
  return [];
}
