import { statusAt, type ZoneStatus } from '#core/zones/contract.ts';
import type { SettingDefinition } from '#kernel/settings/setting.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import { chinaDayStart, chinaMinute } from '#kernel/time-id/china-time.ts';
import { ASK, FREE, NOT_OUT, OUTING_OF, REFUSE, settings, VISIT_OF } from '../../contract/settings.ts';
import type { GatePerson, GatesState } from '../state.ts';
import type { Attempt, GateAnswer, Rule } from './attempt.ts';
import { namedOf } from './named.ts';
import { nextOutingDay, outingsUsed, type Quota } from './outings.ts';

/** What the decision looks at; the same on a phone and on the server. */
export type GateWorld = Pick<
  GatesState,
  'gates' | 'lanes' | 'passages' | 'presence' | 'people' | 'passes' | 'missed' | 'statuses' | 'settings'
>;

type Details = GateAnswer['details'];

const answer = (said: GateAnswer['answer'], rule: Rule, details: Details = {}): GateAnswer => ({
  answer: said,
  rule,
  details,
});

/**
 * May this person through? The order of the rules and their reasons stand in the README. Of those that bite, the first
 * that refuses decides; where none refuses, the first that asks; else the last line, which says why it is allowed.
 */
export function decidePassage(world: GateWorld, attempt: Attempt): GateAnswer {
  if (attempt.emergency !== null) return answer('allowed', 'emergency');
  const person = whoOf(world, attempt);
  const bad = badPass(attempt, person !== undefined);
  if (attempt.direction === 'in' && person && !attempt.visit) {
    if (bad) return bad;
    return answer('allowed', 'returning', { status: statusOfPerson(world, person, attempt.at) });
  }
  if (bad) return bad;
  const known = person ?? attempt.visit ?? attempt.pass;
  if (!known) return answer('ask', 'unknown');
  const found = [...ofGate(world, attempt), ...ofWhom(world, attempt, person)];
  return (
    found.find((one) => one.answer === 'refused') ??
    found.find((one) => one.answer === 'ask') ??
    allowed(world, attempt, person)
  );
}

/** The person, or for a household's card or pass anybody of it: all live behind one door. */
export function whoOf(
  { people }: Pick<GateWorld, 'people'>,
  { residentId, householdId }: Pick<Attempt, 'residentId' | 'householdId'>,
): GatePerson | undefined {
  if (residentId !== null) return people.person(residentId);
  return householdId === null ? undefined : people.household(householdId)[0];
}

/** Nearest first, as `statusAt` wants it. */
const pathOf = ({ entranceId, buildingId, compoundId }: GatePerson): readonly string[] =>
  entranceId === null ? [buildingId, compoundId] : [entranceId, buildingId, compoundId];

/** What holds where somebody lives. */
export const statusOfPerson = (
  world: Pick<GateWorld, 'statuses'>,
  person: GatePerson,
  at: number,
): ZoneStatus => statusOf(world, pathOf(person), at);

const statusOf = (world: Pick<GateWorld, 'statuses'>, path: readonly string[], at: number): ZoneStatus =>
  statusAt(world.statuses.values(), path, at).status;

const valueAt = (world: Pick<GateWorld, 'settings'>, definition: SettingDefinition, at: number): number =>
  settingAt(definition, world.settings, at).value;

/** Whether outings of whoever lives there are counted, limited or forbidden at that time; else they are free. */
export const outingRule = (
  world: Pick<GateWorld, 'statuses' | 'settings'>,
  person: GatePerson,
  at: number,
): number => valueAt(world, OUTING_OF[statusOfPerson(world, person, at)], at);

export const quotaAt = (world: Pick<GateWorld, 'settings'>, at: number): Quota => ({
  times: valueAt(world, settings.outingTimes, at),
  days: valueAt(world, settings.outingDays, at),
});

/** Somebody of the register is let home after a look at who it is; suspended passes keep in, never out. */
function badPass({ pass, direction }: Attempt, isResident: boolean): GateAnswer | null {
  if (!pass || pass.verdict === 'good') return null;
  const returning = direction === 'in' && isResident;
  if (returning && pass.suspended) return null;
  const refuse = pass.verdict === 'refuse' && !returning;
  return answer(refuse ? 'refused' : 'ask', 'pass', { ...pass.why?.details, why: pass.why?.code ?? '' });
}

function ofGate(world: GateWorld, { gateId, laneId, direction, at }: Attempt): GateAnswer[] {
  const gate = world.gates.get(gateId);
  if (!gate || gate.closedAt !== null) return [answer('refused', 'gate-closed')];
  const found: GateAnswer[] = [];
  const lane = laneId === null ? undefined : world.lanes.get(laneId);
  if (lane && lane.direction !== 'both' && lane.direction !== direction) {
    found.push(answer('refused', 'lane', { lane: lane.name, direction: lane.direction }));
  }
  const { openFrom, openUntil } = gate;
  if (openFrom !== null && openUntil !== null && !isWithin(chinaMinute(at), openFrom, openUntil)) {
    found.push(answer('refused', 'hours', { from: openFrom, until: openUntil }));
  }
  return found;
}

/** @param from inclusive, @param until exclusive; a span may reach over midnight */
const isWithin = (minute: number, from: number, until: number): boolean =>
  from <= until ? minute >= from && minute < until : minute >= from || minute < until;

function ofWhom(world: GateWorld, attempt: Attempt, person: GatePerson | undefined): GateAnswer[] {
  if (attempt.visit) return attempt.direction === 'in' ? ofVisit(world, attempt.visit.path, attempt.at) : [];
  if (!person || attempt.direction === 'in') return [];
  return ofOuting(world, attempt, person);
}

function ofVisit(world: GateWorld, path: readonly string[], at: number): GateAnswer[] {
  if (path.length === 0) return [];
  const status = statusOf(world, path, at);
  return strict(valueAt(world, VISIT_OF[status], at), 'visit-zone', { status });
}

/** A resident wants out. */
function ofOuting(world: GateWorld, attempt: Attempt, person: GatePerson): GateAnswer[] {
  const { at, pass, residentId } = attempt;
  const status = statusOfPerson(world, person, at);
  const rule = valueAt(world, OUTING_OF[status], at);
  const found: GateAnswer[] = [];
  if (rule === NOT_OUT) found.push(answer('refused', 'zone', { status }));
  const since = residentId === null ? undefined : world.missed.get(residentId);
  if (since !== undefined && since <= at) {
    found.push(...strict(valueAt(world, settings.missedRule, at), 'missed', { since }));
  }
  if (rule === FREE || rule === NOT_OUT) return found;
  found.push(...atNight(world, at));
  if (!pass) found.push(...strict(valueAt(world, settings.passRule, at), 'pass-missing'));
  if (pass?.quota === 'none') return found;
  return [...found, ...ofHousehold(world, attempt, person)];
}

function atNight(world: GateWorld, at: number): GateAnswer[] {
  const from = valueAt(world, settings.nightFrom, at);
  const until = valueAt(world, settings.nightUntil, at);
  if (from === until || !isWithin(chinaMinute(at), from * 60, until * 60)) return [];
  return strict(valueAt(world, settings.nightRule, at), 'night', { from, until });
}

function ofHousehold(world: GateWorld, attempt: Attempt, person: GatePerson): GateAnswer[] {
  const { at } = attempt;
  const { householdId } = person;
  const found = byName(world, attempt, householdId);
  const out = world.presence
    .by('household', householdId)
    .filter(
      (one) => one.direction === 'out' && one.counts && one.at <= at && one.residentId !== attempt.residentId,
    );
  if (out.length >= valueAt(world, settings.outingPeople, at)) {
    found.push(
      answer('ask', 'someone-out', { count: out.length, since: Math.min(...out.map((one) => one.at)) }),
    );
  }
  const quota = quotaAt(world, at);
  const outings = world.passages.by('outings', householdId);
  const count = outingsUsed(outings, quota, at);
  if (count >= quota.times) {
    const next = chinaDayStart(nextOutingDay(outings, quota, at));
    found.push(answer('refused', 'outings-used', { count, ...quota, next }));
  }
  return found;
}

/** A household's own card or pass names nobody: who holds it out is looked at by whoever stands there. */
function byName(world: GateWorld, { at, residentId }: Attempt, householdId: string): GateAnswer[] {
  if (residentId === null) return [];
  const named = namedOf(world, householdId, at);
  if (named.length === 0 || named.includes(residentId)) return [];
  return strict(valueAt(world, settings.namedRule, at), 'not-named', { count: named.length });
}

function strict(value: number, rule: Rule, details: Details = {}): GateAnswer[] {
  if (value === REFUSE) return [answer('refused', rule, details)];
  return value === ASK ? [answer('ask', rule, details)] : [];
}

/** Why there is nothing against it. */
function allowed(world: GateWorld, attempt: Attempt, person: GatePerson | undefined): GateAnswer {
  if (attempt.visit) return answer('allowed', 'visit');
  if (!person || attempt.pass?.quota === 'none') return answer('allowed', 'pass-good');
  if (outingRule(world, person, attempt.at) === FREE) return answer('allowed', 'free');
  const quota = quotaAt(world, attempt.at);
  const count = outingsUsed(world.passages.by('outings', person.householdId), quota, attempt.at) + 1;
  return answer('allowed', 'within-outings', { count, ...quota });
}
