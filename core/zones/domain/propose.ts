import type { PositiveCase } from '../contract/positives.ts';
import type { Answer, PlaceKind, Proposal } from '../contract/rows.ts';
import { isIn, type NextStep, nextStep, pathOf, type StepRule } from './next-step.ts';
import type { Known, StatusRow } from './state.ts';
import { statusAt } from './status-at.ts';

const DAY = 86_400_000;

export interface Proposing extends Known {
  readonly statuses: readonly StatusRow[];
  readonly answers: readonly Answer[];
}

/**
 * Every change that waits for a person's decision at a time. Nothing happens by itself, and nothing proposed is kept:
 * a result that comes late, or is put right, changes the list by itself.
 * @param at epoch ms
 */
export function proposalsAt(world: Proposing, at: number): readonly Proposal[] {
  const all = [...ofPositives(world, at), ...ofSteps(world, at), ...ofCorrected(world, at)];
  return all.sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1));
}

/** A positive that nobody has answered closes its building or entrance, or begins its days anew. */
function ofPositives(world: Proposing, at: number): readonly Proposal[] {
  const open = world.cases.filter(
    (one) =>
      !one.corrected &&
      one.knownAt <= at &&
      one.knownAt > at - world.rule.positiveDays * DAY &&
      !isAnswered(world, 'positive', one.id, at, (answer) => isIn(one, answer.placeId)) &&
      !isSealedSince(world.statuses, one),
  );
  const places = new Map<string, PositiveCase[]>();
  for (const one of open) {
    const { id } = placeOf(one, world.rule);
    places.set(id, [...(places.get(id) ?? []), one]);
  }
  return [...places.values()].flatMap((cases) => {
    const [first] = cases;
    if (!first) return [];
    const place = placeOf(first, world.rule);
    const path = pathOf(first).slice(pathOf(first).indexOf(place.id));
    const held = statusAt(world.statuses, path, at);
    const statusId = held.status === 'lockdown' ? (held.declared?.id ?? null) : null;
    return [proposal('positive', place, 'lockdown', statusId, cases)];
  });
}

const placeOf = (
  { entranceId, buildingId }: PositiveCase,
  rule: StepRule,
): { readonly kind: PlaceKind; readonly id: string } =>
  rule.positiveSealsBuilding || entranceId === null
    ? { kind: 'building', id: buildingId }
    : { kind: 'entrance', id: entranceId };

/** Somebody has declared lockdown there since it was known, by hand too. */
const isSealedSince = (statuses: readonly StatusRow[], one: PositiveCase): boolean =>
  statuses.some(
    (row) =>
      row.status === 'lockdown' &&
      row.withdrawnAt === null &&
      row.setAt >= one.knownAt &&
      isIn(one, row.placeId),
  );

/** The days of a status are over. */
function ofSteps(world: Proposing, at: number): readonly Proposal[] {
  return plannedSteps(world, at).flatMap(({ row, to, due }) => {
    if (due > at || isAnswered(world, 'step', row.id, at)) return [];
    const place = { kind: row.placeKind, id: row.placeId };
    return [proposal('step', place, to === 'normal' ? null : to, row.id, [{ id: row.id, knownAt: due }])];
  });
}

/** Of every declaration that holds at its own place and has a step to come or overdue. */
export function plannedSteps(
  world: Proposing,
  at: number,
): readonly (NextStep & { readonly row: StatusRow })[] {
  const counting = world.cases.filter((one) => one.knownAt <= at && !isSetAside(world.answers, one.id));
  return inForce(world.statuses, at).flatMap((row) => {
    const step = nextStep(row, world.statuses, counting, world.rule);
    return step === null ? [] : [{ row, ...step }];
  });
}

/** Somebody judged, for good, that the swab says nothing of the place: it does not hold up its days either. */
const isSetAside = (answers: readonly Answer[], swabId: string): boolean =>
  answers.some(
    ({ kind, outcome, againAt, causes }) =>
      kind === 'positive' && outcome === 'set-aside' && againAt === null && causes.includes(swabId),
  );

/** Every swab that a declaration rested on is gone, and none other speaks for it. */
function ofCorrected(world: Proposing, at: number): readonly Proposal[] {
  return world.answers.flatMap(({ kind, outcome, statusId, causes }) => {
    const row = world.statuses.find(({ id }) => id === statusId);
    if (kind !== 'positive' || outcome !== 'accepted' || !row || isOver(row, at)) return [];
    const swabs = causes.flatMap((id) => gone(world.cases, id, row.placeId) ?? []);
    if (swabs.length < causes.length || swabs.some(({ id }) => isAnswered(world, 'corrected', id, at)))
      return [];
    if (world.cases.some((one) => !one.corrected && isIn(one, row.placeId))) return [];
    return [proposal('corrected', { kind: row.placeKind, id: row.placeId }, null, row.id, swabs)];
  });
}

/** Put right, or somebody's who lives elsewhere after all; not one that is merely no longer kept. */
function gone(cases: readonly PositiveCase[], id: string, placeId: string): PositiveCase | undefined {
  return cases.find((one) => one.id === id && (one.corrected || !isIn(one, placeId)));
}

const isOver = ({ withdrawnAt, until }: StatusRow, at: number): boolean =>
  withdrawnAt !== null || (until !== null && until <= at);

/** Declarations that hold at their own place; what lies nearer may differ. */
function inForce(statuses: readonly StatusRow[], at: number): readonly StatusRow[] {
  const holding = statuses.filter((row) => row.from <= at && !isOver(row, at));
  return holding.filter((row) => statusAt(holding, [row.placeId], at).declared === row);
}

/** What was accepted stays answered, unless what came of it was taken back. */
function isAnswered(
  { answers, statuses }: Proposing,
  kind: Proposal['kind'],
  cause: string,
  at: number,
  fits: (answer: Answer) => boolean = () => true,
): boolean {
  return answers.some((answer) => {
    if (answer.kind !== kind || !answer.causes.includes(cause) || !fits(answer)) return false;
    if (answer.outcome === 'set-aside') return answer.againAt === null || answer.againAt > at;
    const came = statuses.find(({ id }) => id === answer.statusId);
    return came?.withdrawnAt === null;
  });
}

function proposal(
  kind: Proposal['kind'],
  place: { readonly kind: PlaceKind; readonly id: string },
  status: Proposal['status'],
  statusId: string | null,
  causes: readonly { readonly id: string; readonly knownAt: number }[],
): Proposal {
  const sorted = [...causes].sort((a, b) => a.knownAt - b.knownAt || (a.id < b.id ? -1 : 1));
  const newest = sorted.at(-1);
  return {
    id: `${kind}/${place.id}/${sorted.length}/${newest?.id ?? ''}`,
    kind,
    placeKind: place.kind,
    placeId: place.id,
    status,
    statusId,
    causes: sorted.map(({ id }) => id),
    since: sorted[0]?.knownAt ?? 0,
  };
}
