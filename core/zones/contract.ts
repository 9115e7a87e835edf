import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { ANY_MEMBER, COMMAND_POST } from '#core/accounts/contract.ts';
import type { AccessRules } from '#kernel/access/access.ts';
import { defineProblems } from '#kernel/problem/problem.ts';
import { sameForAll } from '#kernel/query/same-for-all.ts';
import { consequencesOf, foreseen } from './contract/foresee.ts';
import { PLACE_KINDS, ZONE_STATUSES } from './contract/rows.ts';
import { answerRow, todayView } from './contract/today.ts';

export const zonesProblems = defineProblems('zones', 5500, {
  'unknown-status': [1, 404],
  'status-exists': [2, 409],
  'period-reversed': [3, 400],
  'status-over': [4, 409],
  'unknown-place': [5, 404],
  'status-withdrawn': [6, 409],
  /** Answered by somebody else, or something new is known since. */
  'proposal-gone': [7, 409],
  'nothing-to-declare': [8, 400],
  /** A step may wait, but not be forgotten. */
  'again-needed': [9, 400],
});

export const zonesRules = {
  'zones:set-status': COMMAND_POST,
  'zones:end-status': COMMAND_POST,
  'zones:withdraw-status': COMMAND_POST,
  'zones:answer-proposal': COMMAND_POST,
  'zones:see': ANY_MEMBER,
} as const satisfies AccessRules;

export const statusRow = z.object({
  id: z.string(),
  placeKind: z.enum(PLACE_KINDS),
  placeId: z.string(),
  status: z.enum(ZONE_STATUSES),
  from: z.int(),
  until: z.nullable(z.int()),
  reason: z.string(),
  source: z.string(),
  setBy: z.nullable(z.string()),
  /** Why it was ended before its time, or taken back. */
  endReason: z.nullable(z.string()),
  withdrawnAt: z.nullable(z.int()),
});

export type StatusView = z.output<typeof statusRow>;

export const zonesQueries = {
  /** Every declaration, newest first: what holds now and the history. */
  history: oc
    .meta(sameForAll('zones:see'))
    .route({ method: 'GET', path: '/zones/history', tags: ['zones'] })
    .input(z.object({ placeId: z.optional(z.uuid()) }))
    .output(z.object({ statuses: z.array(statusRow) })),
  /** What waits for a decision, and the planned step of what holds. Action `zones:see`. */
  today: oc
    .meta(sameForAll('zones:see'))
    .route({ method: 'GET', path: '/zones/today', tags: ['zones'] })
    .output(todayView),
  /** What became of proposals, newest first, the latest five hundred. Action `zones:see`. */
  answers: oc
    .meta(sameForAll('zones:see'))
    .route({ method: 'GET', path: '/zones/answers', tags: ['zones'] })
    .output(z.object({ answers: z.array(answerRow) })),
  /** What a declaration, or the end of one, would change, as every module foresees it. Action `zones:set-status`. */
  foresee: oc
    .route({ method: 'GET', path: '/zones/foresee', tags: ['zones'] })
    .input(consequencesOf)
    .output(foreseen),
};

export * from './contract/commands.ts';
export type { StepCondition } from './contract/conditions.ts';
export type { Consequence, ZoneConsequences, ZoneShift } from './contract/consequences.ts';
export * from './contract/events.ts';
export type { ConsequencesOf, Foreseen } from './contract/foresee.ts';
export type { PositiveCase, PositiveSource, Positives } from './contract/positives.ts';
export type { PlacesInStatus, ZonesReader } from './contract/readers.ts';
export type {
  ResidentChoice,
  ResidentLines,
  ResidentPlace,
  ResidentView,
  ResidentWords,
} from './contract/resident.ts';
export * from './contract/rows.ts';
export { zonesSettings } from './contract/settings.ts';
export type { AnswerView, PlannedStep, ProposalView, TodayView } from './contract/today.ts';
export { type StatusInForce, statusAt } from './domain/status-at.ts';
