import type { Stamp } from '#kernel/command/module.ts';
import type { PassageEvent } from '../../contract/events.ts';
import { type Passage, type Presence, wentThrough } from '../../contract/rows.ts';
import type { Evolvers } from '../command.ts';
import { type GatesState, subjectKey } from '../state.ts';
import { followVoided } from '../visits/evolve.ts';

export const passageEvolvers: Evolvers<PassageEvent['type']> = {
  'gates.passed'(state, { passageId: id, photo, ...data }, stamp) {
    const { at, actorId: by, version } = stamp;
    const passage: Passage = {
      id,
      ...data,
      at,
      fileId: photo?.fileId ?? null,
      voidedAt: null,
      by,
      version,
    };
    state.passages.put(passage);
    if (photo) state.photos.push({ file: photo, stamp });
    seen(state, passage, version);
  },

  'gates.passage-voided'(state, { passageId, note }, { at, version }) {
    const passage = state.passages.get(passageId);
    if (!passage) return;
    const voided = { ...passage, voidedAt: at, counts: false, note: note || passage.note, version };
    state.passages.put(voided);
    followVoided(state, voided, { at, version });
    unseen(state, voided, version);
  },

  'gates.passage-uncounted'(state, { passageId }, { version }) {
    const passage = state.passages.get(passageId);
    if (!passage) return;
    state.passages.put({ ...passage, counts: false, version });
    const now = state.presence.get(subjectKey(passage) ?? '');
    if (now?.passageId === passageId) state.presence.put({ ...now, counts: false, version });
  },
};

const isLater = (a: Pick<Passage, 'id' | 'at'>, b: Pick<Presence, 'passageId' | 'at'>): boolean =>
  a.at > b.at || (a.at === b.at && a.id > b.passageId);

/** The latest by its own time stands, in whatever order phones sync. */
function seen(state: GatesState, passage: Passage, version: Stamp['version']): void {
  const id = subjectKey(passage);
  if (id === null || !wentThrough(passage)) return;
  const known = state.presence.get(id);
  if (known && !isLater(passage, known)) return;
  state.presence.put({ ...presenceOf(passage, id), version });
}

export function presenceOf(passage: Passage, id: string): Omit<Presence, 'version'> {
  const { residentId, householdId, passId, direction, at, gateId, id: passageId, counts } = passage;
  return { id, residentId, householdId, passId, direction, at, gateId, passageId, counts };
}

/** What was seen before stands again; of whom nothing is known is taken to be at home: somebody has to look there. */
function unseen(state: GatesState, passage: Passage, version: Stamp['version']): void {
  const id = subjectKey(passage);
  if (id === null || state.presence.get(id)?.passageId !== passage.id) return;
  let before: Passage | undefined;
  for (const one of state.passages.by('subject', id)) {
    if (wentThrough(one) && (!before || isLater(one, { passageId: before.id, at: before.at }))) before = one;
  }
  const last = before ?? { ...passage, direction: 'in' as const, counts: false };
  state.presence.put({ ...presenceOf(last, id), version });
}
