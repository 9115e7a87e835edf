/**
 * Testing 核酸检测: rounds, sites, lanes, tubes, samples, boxes and their reconciliation. The only door for others.
 *
 * Sync: the term `testing.round/<id>` carries the collections in `COLLECTIONS` to members on testing duty and to the
 * group's leaders while the round is open and for a day after its closing.
 */
export { actions, rules } from './contract/access.ts';
export * from './contract/call-up-rows.ts';
export {
  bodies,
  kinds,
  type SitePlan,
  type TestingBodies,
  type TestingCommandKind,
} from './contract/commands.ts';
export type { EventData, TestingEvent, TestingEventType } from './contract/events.ts';
export * from './contract/follow-up-rows.ts';
export * from './contract/handover-rows.ts';
export type { MissedNow, MissedReader } from './contract/missed-reader.ts';
export * from './contract/missed-rows.ts';
export type { BuildingList, ExcusedPerson } from './contract/plan-events.ts';
export { problems, type TestingProblem } from './contract/problems.ts';
export {
  type Board,
  type BoardBuilding,
  type BoardLane,
  type DiscrepancySide,
  type DiscrepancyView,
  type FigureRows,
  type PersonRow,
  queries,
  ROW_FIGURES,
  type RoundHead,
  type RoundSummary,
  type RowFigure,
  type TubeRow,
} from './contract/queries.ts';
export * from './contract/reconcile-rows.ts';
export {
  type BuildingCoverage,
  DIFFERENCE_KINDS,
  type Difference,
  type DifferenceKind,
  FIGURES,
  type Figures,
  type LaneReconciliation,
  type Reconciliation,
} from './contract/reconciliation.ts';
export {
  REFUSAL_KINDS,
  REFUSAL_REASONS,
  REFUSAL_REASONS_OF,
  type Refusal,
  type RefusalKind,
  type RefusalReason,
} from './contract/refusal-rows.ts';
export * from './contract/rows.ts';
export * from './contract/sampling-rows.ts';
export { settings } from './contract/settings.ts';
export { RESOLUTIONS, RESOLUTIONS_OF, type Resolution } from './contract/settlement.ts';
export * from './contract/supply-rows.ts';
export {
  COLLECTIONS,
  type CollectionName,
  type ListedPersonRow,
  ROUND_TERM,
  type RoundKeyRow,
  roundTerm,
  type SettingRow,
} from './contract/sync.ts';
