import { isProblem, readPlate } from '#core/codes/contract.ts';
import { type Decision, refuse } from '#kernel/command/command.ts';
import { type Problem, problem } from '#kernel/problem/problem.ts';
import type { PassesBody, PassesCommand } from '../contract/commands.ts';
import type { IssuedPass, PassesEvent } from '../contract/events.ts';
import { problems as p } from '../contract/problems.ts';
import type { PassKind } from '../contract/rows.ts';
import { holderKey, type PassesState, type PassRow } from './state.ts';

const DAY = 86_400_000;

/** Wishes of the desk, and the fact that something was printed. */
export function decide(state: PassesState, command: PassesCommand): Decision<PassesEvent> {
  switch (command.kind) {
    case 'passes.issue':
      return issue(state, command.body);
    case 'passes.extend':
      return extend(state, command.body);
    case 'passes.revoke': {
      const { passIds, reason, note } = command.body;
      const named = standing(state, passIds);
      if ('code' in named) return refuse(named);
      const ids = named.filter(({ revokedAt }) => revokedAt === null).map(({ id }) => id);
      // Said twice, they are revoked: nothing to change.
      return ids.length === 0
        ? { events: [] }
        : { events: [{ type: 'passes.revoked', data: { passIds: ids, reason, note } }] };
    }
    case 'passes.renew': {
      const named = unrevoked(state, command.body.passIds);
      if ('code' in named) return refuse(named);
      if (named.some(({ validUntil }) => validUntil <= command.at)) return refuse(problem(p['pass-over']));
      return { events: [{ type: 'passes.renewed', data: command.body }] };
    }
    case 'passes.suspend': {
      const { passIds, reason, note } = command.body;
      const named = unrevoked(state, passIds);
      if ('code' in named) return refuse(named);
      return { events: [{ type: 'passes.suspended', data: { passIds, reason, note } }] };
    }
    case 'passes.lift': {
      const named = standing(state, command.body.passIds);
      if ('code' in named) return refuse(named);
      const passIds = named.filter(({ suspendedAt }) => suspendedAt !== null).map(({ id }) => id);
      if (passIds.length === 0) return refuse(problem(p['not-suspended']));
      return { events: [{ type: 'passes.lifted', data: { passIds } }] };
    }
    case 'passes.record-printed': {
      // A fact: what cannot be found any more was printed all the same, and is nothing to note.
      const passIds = command.body.passIds.filter((id) => state.passes.get(id));
      return { events: passIds.length === 0 ? [] : [{ type: 'passes.printed', data: { passIds } }] };
    }
  }
}

function issue(state: PassesState, body: PassesBody<'passes.issue'>): Decision<PassesEvent> {
  const { passes, kind, validFrom, validUntil, ...shared } = body;
  const period = periodProblem(state, validFrom, validUntil);
  if (period) return refuse(period);
  const fresh: IssuedPass[] = [];
  for (const { passId, plate, ...one } of passes) {
    if (state.passes.get(passId)) return refuse(problem(p['pass-exists']));
    const read = plate === null ? null : readPlate(plate);
    if (read !== null && isProblem(read)) return refuse(read);
    const pass = { id: passId, ...one, ...shared, kind, plate: read?.text ?? null, validFrom, validUntil };
    if (!fits(pass)) return refuse(problem(p['wrong-holder'], { kind: `passes.kind.${kind}` }));
    fresh.push(pass);
  }
  const unknown = fresh.filter((pass) => !isHolderKnown(state, pass)).length;
  if (unknown > 0) return refuse(problem(p['unknown-holder'], { count: unknown }));
  const doubled = fresh.filter((pass, i) => hasOther(state, pass) || fresh.some(isSameAs(pass, i))).length;
  if (doubled > 0) return refuse(problem(p['has-pass'], { count: doubled }));
  return { events: [{ type: 'passes.issued', data: { passes: fresh } }] };
}

type Held = Pick<IssuedPass, 'kind' | 'residentId' | 'householdId' | 'memberId' | 'label' | 'plate'>;

/** A resident's is a person's or a household's, a volunteer's a member's, a vehicle's has a plate; the others have a name. */
function fits({ kind, residentId, householdId, memberId, label, plate }: Held): boolean {
  const holders = [residentId, householdId, memberId].filter((id) => id !== null).length;
  if (kind !== 'vehicle' && plate !== null) return false;
  const byKind: Readonly<Record<PassKind, boolean>> = {
    resident: holders === 1 && memberId === null && label === null,
    volunteer: holders === 1 && memberId !== null && label === null,
    worker: holders === 0 && label !== null,
    courier: holders === 0 && label !== null,
    visitor: holders === 0 && label !== null,
    vehicle: plate !== null && holders <= 1,
  };
  return byKind[kind];
}

function isHolderKnown({ holders }: PassesState, { residentId, householdId, memberId }: Held): boolean {
  if (residentId !== null) return holders.has(`resident/${residentId}`);
  if (householdId !== null) return holders.has(`household/${householdId}`);
  return memberId === null || holders.has(`member/${memberId}`);
}

/** Whether a pass of that kind that is good in that time stands for the same holder. */
function hasOther(state: PassesState, pass: IssuedPass): boolean {
  const key = holderKey(pass);
  if (key === null) return false;
  return state.passes
    .by('holder', key)
    .some(
      (other) =>
        other.kind === pass.kind &&
        other.revokedAt === null &&
        other.validFrom < pass.validUntil &&
        pass.validFrom < other.validUntil,
    );
}

const isSameAs =
  (pass: IssuedPass, at: number) =>
  (other: IssuedPass, i: number): boolean =>
    i < at && (other.id === pass.id || (holderKey(pass) !== null && holderKey(other) === holderKey(pass)));

function extend(
  state: PassesState,
  { passIds, validUntil }: PassesBody<'passes.extend'>,
): Decision<PassesEvent> {
  const named = unrevoked(state, passIds);
  if ('code' in named) return refuse(named);
  for (const pass of named) {
    // Counted from where it ends now, so that a pass can be prolonged again and again, a while each time.
    const period = periodProblem(state, Math.min(pass.validUntil, validUntil - 1), validUntil);
    if (period) return refuse(period);
    if (validUntil <= pass.validFrom) return refuse(problem(p['period-reversed']));
  }
  return { events: [{ type: 'passes.extended', data: { passIds, validUntil } }] };
}

function periodProblem({ longestDays }: PassesState, from: number, until: number): Problem | null {
  if (until <= from) return problem(p['period-reversed']);
  return until - from > longestDays * DAY ? problem(p['period-too-long'], { most: longestDays }) : null;
}

function standing(state: PassesState, passIds: readonly string[]): readonly PassRow[] | Problem {
  const rows: PassRow[] = [];
  for (const id of passIds) {
    const row = state.passes.get(id);
    if (!row) return problem(p['unknown-pass']);
    rows.push(row);
  }
  return rows;
}

function unrevoked(state: PassesState, passIds: readonly string[]): readonly PassRow[] | Problem {
  const rows = standing(state, passIds);
  if ('code' in rows) return rows;
  const count = rows.filter(({ revokedAt }) => revokedAt !== null).length;
  return count > 0 ? problem(p['pass-revoked'], { count }) : rows;
}
