import * as z from 'zod/mini';
import { PLACE_KINDS, PROPOSAL_KINDS, ZONE_STATUSES } from './rows.ts';

const said = z.object({ 'zh-CN': z.string(), en: z.string() });
const lines = z.array(z.object({ said, to: z.nullable(z.string()) }));

export const proposalRow = z.object({
  id: z.string(),
  kind: z.enum(PROPOSAL_KINDS),
  placeKind: z.enum(PLACE_KINDS),
  placeId: z.string(),
  status: z.nullable(z.enum(ZONE_STATUSES)),
  statusId: z.nullable(z.string()),
  /** What holds at the place now. */
  now: z.enum(ZONE_STATUSES),
  /** How many swabs brought it up; 0 for a step. */
  positives: z.int(),
  since: z.int(),
  /** What is missing before the step, by module. */
  unmet: z.array(z.object({ name: said, lines })),
});
export type ProposalView = z.output<typeof proposalRow>;

export const plannedStep = z.object({
  statusId: z.string(),
  /** `normal`: it is lifted, what lies above holds again. */
  to: z.enum(ZONE_STATUSES),
  /** Epoch ms from which it may be taken. */
  due: z.int(),
});
export type PlannedStep = z.output<typeof plannedStep>;

export const todayView = z.object({
  at: z.int(),
  /** Waiting for somebody to decide, oldest first. */
  proposals: z.array(proposalRow),
  /** Of every declaration in force that is not the last step. */
  steps: z.array(plannedStep),
  /** Positive swabs that nobody has matched to a resident. */
  unplaced: z.int(),
});
export type TodayView = z.output<typeof todayView>;

export const answerRow = z.object({
  id: z.string(),
  kind: z.enum(PROPOSAL_KINDS),
  placeId: z.string(),
  outcome: z.enum(['accepted', 'set-aside']),
  reason: z.string(),
  /** When it is brought up again; null: not by itself. */
  againAt: z.nullable(z.int()),
  answeredAt: z.int(),
  /** A member's name; null for the system. */
  answeredBy: z.nullable(z.string()),
});
export type AnswerView = z.output<typeof answerRow>;
