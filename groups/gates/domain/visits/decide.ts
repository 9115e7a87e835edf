import { cleanPlate, readPlate } from '#core/codes/contract.ts';
import type { Flag } from '#kernel/command/command.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import type { EventData } from '../../contract/events.ts';
import type { visitBodies } from '../../contract/visit-commands.ts';
import { isInside, type Visit } from '../../contract/visit-rows.ts';
import { STAY_OF } from '../../contract/visit-settings.ts';
import { accept, type Deciders, flag, type GatesCommand, type GatesDecision, refusal } from '../command.ts';
import { contradictions } from '../passages/contradictions.ts';
import type { GatesState } from '../state.ts';
import { pathTo } from './state.ts';

const MINUTE = 60_000;
/** Nobody visits longer without being registered anew. */
const LONGEST_MS = 24 * 60 * MINUTE;

export const visitDeciders: Deciders<keyof typeof visitBodies> = {
  'gates.register-visit': register,
  'gates.end-visit': end,

  'gates.extend-visit'(state, { body: { visitId, until }, at }) {
    const visit = state.visitRows.get(visitId);
    if (!visit) return refusal('no-such-visit');
    if (!isInside(visit)) return refusal('visit-over');
    if (until <= at || until > at + LONGEST_MS) return refusal('visit-until-wrong');
    return accept([{ type: 'gates.visit-extended', data: { visitId, until } }]);
  },

  /** A reason first, then the look: what it opens is asked for afterwards, with the command's id. */
  'gates.look-inside': (state, { body }) =>
    state.buildings.has(body.buildingId)
      ? accept([
          {
            type: 'gates.inside-looked-at',
            data: { ...body, people: state.insideCounts.get(body.buildingId) ?? 0 },
          },
        ])
      : refusal('no-such-building'),
};

/** A fact: whoever was let in is in. Of those turned away nothing is kept but what kind they were and where to. */
function register(state: GatesState, { body, at }: GatesCommand<'gates.register-visit'>): GatesDecision {
  const { visitId, passageId, gateId, laneId, kind, buildingId, entranceId, room, people } = body;
  if (state.visitRows.get(visitId) || state.passages.get(passageId)) return refusal('id-taken');
  const gate = state.gates.get(gateId);
  if (!gate) return refusal('no-such-gate');
  const { compoundId } = gate;
  const passage = passageOf({ passageId, gateId, laneId, visitId }, 'in', body);
  const path = pathTo({ compoundId, buildingId, entranceId }, state.buildings);
  const entered = body.outcome !== 'refused';
  const plate = entered && body.plate !== null ? cleanPlate(body.plate) : null;
  const visit = {
    ...{ visitId, passageId, gateId, kind, compoundId, buildingId, entranceId, room, people, plate },
    name: entered ? body.name : null,
    phoneTail: entered ? body.phoneTail : null,
    outcome: body.outcome,
    expectedUntil: at + settingAt(STAY_OF[kind], state.settings, at).value * MINUTE,
  };
  const judged = { ...state, visits: () => ({ visitId, path }) };
  return accept(
    [
      { type: 'gates.passed', data: passage },
      { type: 'gates.visit-registered', data: visit },
    ],
    [...contradictions(judged, passage, at), ...doubts(state, visit)],
  );
}

/** What of a visit itself does not fit, whoever let them in. */
function doubts(
  state: GatesState,
  { visitId, passageId, buildingId, plate }: EventData<'gates.visit-registered'>,
): Flag[] {
  const subjects = { passageId, visitId };
  const found: Flag[] = [];
  if (buildingId !== null && !state.buildings.has(buildingId)) {
    found.push(flag('visit-place-unknown', subjects));
  }
  if (plate === null) return found;
  if ('code' in readPlate(plate)) found.push(flag('plate-impossible', subjects));
  const [other] = state.visitRows.by('plate', plate);
  if (other) found.push(flag('vehicle-inside-twice', { ...subjects, otherVisitId: other.id }));
  return found;
}

/** A fact: whoever left has left, also where nobody knew of them. */
function end(state: GatesState, { body, at }: GatesCommand<'gates.end-visit'>): GatesDecision {
  const { passageId, gateId, laneId } = body;
  if (state.passages.get(passageId)) return refusal('id-taken');
  if (!state.gates.get(gateId)) return refusal('no-such-gate');
  const visit = visitThatLeft(state, body);
  const visitId = visit?.id ?? body.visitId;
  const rule = { outcome: 'allowed', rule: 'visit', reason: null } as const;
  const passage = passageOf({ passageId, gateId, laneId, visitId }, 'out', rule);
  if (!visit) {
    return accept([{ type: 'gates.passed', data: passage }], [flag('visit-unknown', { passageId })]);
  }
  const flags = contradictions(state, passage, at);
  if (!isInside(visit)) {
    flags.push(flag('visit-left-twice', { passageId, visitId: visit.id }));
    return accept([{ type: 'gates.passed', data: passage }], flags);
  }
  return accept(
    [
      { type: 'gates.passed', data: passage },
      { type: 'gates.visit-ended', data: { visitId: visit.id } },
    ],
    flags,
  );
}

function visitThatLeft(
  state: GatesState,
  { visitId, plate }: GatesCommand<'gates.end-visit'>['body'],
): Visit | undefined {
  if (visitId !== null) return state.visitRows.get(visitId);
  return plate === null ? undefined : state.visitRows.by('plate', cleanPlate(plate))[0];
}

/** The passage beside a visit. */
const passageOf = (
  ids: Pick<EventData<'gates.passed'>, 'passageId' | 'gateId' | 'laneId' | 'visitId'>,
  direction: 'in' | 'out',
  { outcome, rule, reason }: Pick<EventData<'gates.passed'>, 'outcome' | 'rule' | 'reason'>,
): EventData<'gates.passed'> & { readonly photo: null } => ({
  ...ids,
  ...{ direction, outcome, rule, reason },
  subject: ids.visitId === null ? 'unknown' : 'visit',
  residentId: null,
  householdId: null,
  passId: null,
  note: '',
  photo: null,
  counts: false,
});
