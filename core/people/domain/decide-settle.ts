import type { Refused } from '#kernel/command/command.ts';
import type { ByHandBodies } from '../contract/by-hand.ts';
import type { ResidentChanges } from '../contract/commands.ts';
import type { PeopleEvent } from '../contract/events.ts';
import type { ResidentField } from '../contract/rows.ts';
import { problems } from '../contract/rules.ts';
import { RESOLUTIONS_OF, type Resolution } from '../contract/settlement.ts';
import { realChanges } from './apply-changes.ts';
import { restoreFault } from './decide-end.ts';
import type { KnownDiscrepancy, PeopleState } from './state.ts';
import { accept, no, type Verdict } from './verdict.ts';

/** The desk settles one contradiction; what that changes follows from the way, and the reason is kept. */
export function settleDiscrepancy(state: PeopleState, body: ByHandBodies['people.settle']): Verdict {
  const { discrepancyId, note } = body;
  const found = state.discrepancies.get(discrepancyId);
  if (!found) return no(problems['no-such-discrepancy']);
  if (found.settled) return no(problems['already-settled']);
  const resolution = (RESOLUTIONS_OF[found.code] ?? []).find((way) => way === body.resolution);
  // One person of two is made on the page that shows both, by its own command.
  if (!resolution || resolution === 'merge') return wrongWay(body.resolution);
  const events = eventsOf(state, found, resolution);
  if ('refused' in events) return events;
  return accept(events, [], [{ discrepancyId, resolution, note }]);
}

const wrongWay = (resolution: string): Refused =>
  no(problems['resolution-wrong'], { resolution: `resolution.${resolution}` });

function eventsOf(
  state: PeopleState,
  found: KnownDiscrepancy,
  resolution: Resolution,
): readonly PeopleEvent[] | Refused {
  const { residentId = '', otherResidentId = '' } = found.subjects;
  switch (resolution) {
    case 'number-of-first':
      return takeNumberOff(state, otherResidentId, found);
    case 'number-of-second':
      return takeNumberOff(state, residentId, found);
    case 'take-earlier':
      return takeEarlier(state, found);
    case 'restore': {
      const row = state.residents.get(residentId);
      const fault = restoreFault(state, row);
      if (fault) return fault;
      return [{ type: 'people.resident-restored', data: { residentId } }];
    }
    default:
      return [];
  }
}

/**
 * Nothing to take where the number has been changed since. What was read out of the number goes with it: the birth date,
 * and the sex where the birth date shows that both came from there.
 */
function takeNumberOff(
  state: PeopleState,
  residentId: string,
  { said }: KnownDiscrepancy,
): readonly PeopleEvent[] {
  const row = state.residents.get(residentId);
  if (!row || row.endedAt !== null || row.idBlind === null) return [];
  if (typeof said.idNumber === 'string' && state.tools.blind('idNumber', said.idNumber) !== row.idBlind)
    return [];
  const isReadOut = said.birthDate !== undefined && said.birthDate === row.birthDate;
  const readOut = isReadOut ? { birthDate: null, ...(said.sex === row.sex ? { sex: null } : {}) } : {};
  const set: ResidentChanges = { idNumber: null, idKind: null, ...readOut };
  return [{ type: 'people.resident-changed', data: { residentId, set, confirmed: ['idNumber'] } }];
}

/** The earlier of two visits was right. Its words are in the log of the visit. */
function takeEarlier(state: PeopleState, found: KnownDiscrepancy): readonly PeopleEvent[] | Refused {
  const row = state.residents.get(found.subjects.residentId ?? '');
  if (!row) return no(problems['resident-unknown']);
  const field = String(found.details.field) as ResidentField;
  const value = found.said[field];
  if (value === undefined) return wrongWay('take-earlier');
  const standing = state.current(row);
  const said: ResidentChanges =
    field === 'idNumber' ? { idNumber: found.said.idNumber, idKind: found.said.idKind } : { [field]: value };
  const set = realChanges(standing, said, state.tools);
  const data = { residentId: standing.id, set, confirmed: [field] };
  return [{ type: 'people.resident-changed', data }];
}
