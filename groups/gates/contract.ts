/**
 * Gates 门岗: gates and lanes, who may pass, passages, outings of households. The only door for others.
 *
 * Sync: the term `gates.area` carries the collections in `COLLECTIONS` to members on gate duty and to the leaders of
 * the group.
 */
export { actions, rules } from './contract/access.ts';
export { bodies, type GatesBodies, type GatesCommandKind, kinds } from './contract/commands.ts';
export type { EventData, GatesEvent, GatesEventType } from './contract/events.ts';
export { type GatesProblem, problems } from './contract/problems.ts';
export { type GateView, queries } from './contract/queries.ts';
export * from './contract/rows.ts';
export { settings } from './contract/settings.ts';
export { RESOLUTIONS, RESOLUTIONS_OF, type Resolution } from './contract/settlement.ts';
export {
  AREA_TERM,
  COLLECTIONS,
  type CollectionName,
  type GateCard,
  type GateKeyRow,
  type MissedRow,
} from './contract/sync.ts';
