import { isRefused } from '#kernel/command/command.ts';
import type { TestingEvent } from '../../contract/events.ts';
import type { Sample } from '../../contract/rows.ts';
import type { TestingCommand, TestingDecision } from '../command.ts';
import type { TestingState } from '../state.ts';
import { type Change, judge } from './judge.ts';
import type { Swab, SwabChanges } from './swabs.ts';

/**
 * Who is missed follows from rounds, lists and swabs, never from the order in which they became known: after whatever
 * was decided, everybody it touches is judged anew, and what differs from his or her flags is said in events.
 */
export function followMissed(
  state: TestingState,
  { body }: TestingCommand,
  decision: TestingDecision,
): TestingDecision {
  if (isRefused(decision)) return decision;
  const { events } = decision;
  const swabs = swabChanges(state, events);
  const listed = events.findLast((event) => event.type === 'testing.expectation-set')?.data ?? null;
  const closed = events.some((event) => event.type === 'testing.round-closed');
  const changes: Change[] = [];
  const named = new Set(listed?.people.map(({ residentId }) => residentId));
  for (const residentId of touched(state, swabs, named)) {
    const status = listed && named.has(residentId) ? listed.status : null;
    changes.push(...judge(state, residentId, { roundId: body.roundId, closed: false, status, swabs }));
  }
  if (closed) {
    for (const row of state.expected.all()) {
      if (row.roundId !== body.roundId) continue;
      changes.push(...judge(state, row.residentId, { roundId: row.roundId, closed, status: null, swabs }));
    }
  }
  return changes.length === 0 ? decision : { ...decision, events: [...events, ...eventsOf(changes)] };
}

/** Swabs that a decision brings, and those it takes out of their tubes. */
function swabChanges(state: TestingState, events: readonly TestingEvent[]): SwabChanges {
  const gained: Swab[] = [];
  const lost = new Set<string>();
  for (const event of events) {
    if (event.type === 'testing.sample-voided') lost.add(event.data.sampleId);
    if (event.type === 'testing.tube-voided') {
      for (const { id } of state.samples.by('tube', event.data.tubeId)) lost.add(id);
    }
    if (event.type === 'testing.samples-moved') {
      const taken = goesIn(state, { tubeId: event.data.toTubeId });
      for (const id of event.data.sampleIds) {
        const sample = state.samples.get(id);
        if (!taken) lost.add(id);
        else if (sample?.residentId && sample.voidedAt === null)
          gained.push(swabOf(sample, sample.residentId));
      }
    }
    if (event.type === 'testing.sampled' && goesIn(state, event.data)) {
      const { sampleId: id, roundId, residentId, at } = event.data;
      if (residentId !== null) gained.push({ id, roundId, residentId, at });
    }
    if (event.type === 'testing.person-identified') {
      const sample = state.samples.get(event.data.sampleId);
      if (sample?.voidedAt === null) gained.push(swabOf(sample, event.data.residentId));
    }
  }
  return { gained: gained.filter(({ id }) => !lost.has(id)), lost };
}

const swabOf = ({ id, roundId, at }: Sample, residentId: string): Swab => ({ id, roundId, residentId, at });

/** A swab into a tube that was voided has to be taken again. */
const goesIn = (state: TestingState, { tubeId }: Pick<Sample, 'tubeId'>): boolean =>
  (state.tubes.get(tubeId)?.voidedAt ?? null) === null;

function touched(
  state: TestingState,
  { gained, lost }: SwabChanges,
  named: ReadonlySet<string>,
): Set<string> {
  const people = new Set(gained.map(({ residentId }) => residentId));
  for (const id of lost) {
    const residentId = state.samples.get(id)?.residentId;
    if (residentId) people.add(residentId);
  }
  for (const residentId of named) people.add(residentId);
  return people;
}

/** One event per round and way of clearing. */
export function eventsOf(changes: readonly Change[]): TestingEvent[] {
  const groups = new Map<string, { readonly change: Change; readonly residentIds: string[] }>();
  for (const change of changes) {
    const key = `${change.to}/${change.roundId}/${change.sampleId ?? ''}`;
    const group = groups.get(key) ?? { change, residentIds: [] };
    groups.set(key, group);
    group.residentIds.push(change.residentId);
  }
  return [...groups.values()].map(({ change: { to, roundId, sampleId }, residentIds }): TestingEvent => {
    if (to === 'missed') return { type: 'testing.missed-flagged', data: { roundId, residentIds } };
    return { type: 'testing.missed-cleared', data: { roundId, residentIds, clearedBy: to, sampleId } };
  });
}
