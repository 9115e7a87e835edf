import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { StepCondition } from '../contract/conditions.ts';
import type { PositiveSource } from '../contract/positives.ts';
import type { Proposal, ZoneStatus } from '../contract/rows.ts';
import type { ProposalView, TodayView } from '../contract/today.ts';
import { type BuildingPath, groupPlaces } from '../domain/group-places.ts';
import { plannedSteps, proposalsAt } from '../domain/propose.ts';
import { statusAt } from '../domain/status-at.ts';
import { loadKnown } from './known.ts';
import { buildingPaths } from './store.ts';

/** What waits for a person, and what is planned. @param now epoch ms */
export async function readToday(
  tx: AreaTx,
  sources: readonly PositiveSource[],
  conditions: readonly StepCondition[],
  now: number,
): Promise<TodayView> {
  const { known, statuses, answers, unplaced } = await loadKnown(tx, sources, now);
  const world = { ...known, statuses, answers };
  const buildings = await buildingPaths(tx);
  const proposals: ProposalView[] = [];
  for (const proposal of proposalsAt(world, now)) {
    const path = pathOf(proposal, buildings);
    // A place that was ended since needs nothing any more.
    if (path === null) continue;
    const { status: nowStatus } = statusAt(statuses, path, now);
    proposals.push(toView(proposal, nowStatus, await unmet(tx, conditions, proposal, buildings, now)));
  }
  const steps = plannedSteps(world, now).map(({ row, to, due }) => ({ statusId: row.id, to, due }));
  return { at: now, proposals, steps, unplaced };
}

function toView(
  { causes, ...proposal }: Proposal,
  now: ZoneStatus,
  unmet: ProposalView['unmet'],
): ProposalView {
  return { ...proposal, now, positives: proposal.kind === 'step' ? 0 : causes.length, unmet };
}

async function unmet(
  tx: AreaTx,
  conditions: readonly StepCondition[],
  { kind, placeId }: Proposal,
  buildings: readonly BuildingPath[],
  now: number,
): Promise<ProposalView['unmet']> {
  if (kind !== 'step') return [];
  const places = groupPlaces(buildings, (path) => (path.includes(placeId) ? 'in' : null)).get('in');
  if (!places) return [];
  const told: ProposalView['unmet'] = [];
  for (const condition of conditions) {
    const lines = await condition.unmet(tx, places, now);
    if (lines.length > 0) told.push({ name: condition.name, lines: [...lines] });
  }
  return told;
}

/** The place with what it lies in, nearest first; null where it does not stand. */
function pathOf(
  { placeKind, placeId }: Pick<Proposal, 'placeKind' | 'placeId'>,
  buildings: readonly BuildingPath[],
): readonly string[] | null {
  for (const { id, compoundId, entranceIds } of buildings) {
    if (placeKind === 'compound' && compoundId === placeId) return [compoundId];
    if (placeKind === 'building' && id === placeId) return [id, compoundId];
    if (placeKind === 'entrance' && entranceIds.includes(placeId)) return [placeId, id, compoundId];
  }
  return null;
}
