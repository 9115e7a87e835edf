import type { ByHandBodies } from '../contract/by-hand.ts';
import { LOOK_FIELDS, type ResidentChanges } from '../contract/commands.ts';
import type { PeopleEvent } from '../contract/events.ts';
import type { ResidentField } from '../contract/rows.ts';
import { problems } from '../contract/rules.ts';
import { realChanges } from './apply-changes.ts';
import { cleanChanges } from './clean-changes.ts';
import type { Resident } from './resident.ts';
import type { PeopleState } from './state.ts';
import { accept, no, type Verdict } from './verdict.ts';

const MASKS = { idNumber: 'idMask', phone: 'phoneMask', otherPhone: 'otherPhoneMask' } as const;

/** A copy shows full numbers, so it is a look as well, listed among the looks. */
export function copyForSubject(state: PeopleState, body: ByHandBodies['people.copy-for-subject']): Verdict {
  const { residentId, askedBy, reason } = body;
  const row = state.residents.get(residentId);
  if (!row) return no(problems['resident-unknown']);
  const fields = LOOK_FIELDS.filter((field) => row[MASKS[field]] !== null);
  const asked: PeopleEvent = {
    type: 'people.subject-asked',
    data: { residentId, request: 'copy', askedBy, said: reason },
  };
  if (fields.length === 0) return accept([asked]);
  return accept([asked, { type: 'people.looked', data: { residentId, fields, reason } }]);
}

export function askCorrection(state: PeopleState, body: ByHandBodies['people.ask-correction']): Verdict {
  const { residentId, askedBy, said } = body;
  if (!state.residents.get(residentId)) return no(problems['resident-unknown']);
  return accept([
    { type: 'people.subject-asked', data: { residentId, request: 'correction', askedBy, said } },
  ]);
}

/** What was right all along is written as confirmed: no older register takes it back. */
export function answerCorrection(
  state: PeopleState,
  body: ByHandBodies['people.answer-correction'],
  at: number,
): Verdict {
  const { requestId, outcome, answer } = body;
  const request = state.requests.get(requestId);
  if (request?.kind !== 'correction') return no(problems['request-unknown']);
  if (request.answeredAt !== null) return no(problems['request-answered']);
  const answered: PeopleEvent = { type: 'people.correction-answered', data: { requestId, outcome, answer } };
  if (outcome === 'declined') return accept([answered]);
  const found = state.residents.get(request.residentId);
  if (!found) return no(problems['resident-unknown']);
  const row = state.current(found);
  if (row.endedAt !== null) return no(problems['resident-ended']);
  const change = correction(state, row, body.set, at);
  return 'refused' in change ? change : accept([...change, answered]);
}

function correction(state: PeopleState, row: Resident, asked: ResidentChanges, at: number) {
  const cleaned = cleanChanges(asked, row.idKind, at);
  if ('fault' in cleaned) return { refused: cleaned.fault };
  const { idNumber } = cleaned.set;
  const twin = typeof idNumber === 'string' ? state.otherWithNumber(row.id, idNumber) : undefined;
  if (twin) return no(problems['id-number-taken'], { residentId: twin.id });
  const set = realChanges(row, cleaned.set, state.tools);
  const confirmed = Object.keys(set) as ResidentField[];
  if (confirmed.length === 0) return [];
  const changed: PeopleEvent = {
    type: 'people.resident-changed',
    data: { residentId: row.id, set, confirmed },
  };
  return [changed];
}
