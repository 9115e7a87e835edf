import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { ANY_MEMBER, COMMAND_POST, GROUPS, type GroupId, LEADING_ANY } from '#core/accounts/contract.ts';
import type { AccessRules } from '#kernel/access/access.ts';
import type { Command, DomainEvent } from '#kernel/command/command.ts';
import { defineProblems } from '#kernel/problem/problem.ts';
import { sameForAll } from '#kernel/query/same-for-all.ts';
import type { SettingDefinition } from '#kernel/settings/setting.ts';
import { instant } from '#kernel/time-id/instant.ts';

/** Who stands where, for which group, from–until. */
export interface Duty {
  readonly id: string;
  readonly memberId: string;
  readonly group: GroupId;
  /** A site, lane or gate, as text or as an id of the group's own. */
  readonly place: string | null;
  /** Epoch ms, inclusive. */
  readonly from: number;
  /** Epoch ms, exclusive. */
  readonly until: number;
  /** Taken off before its time, epoch ms. */
  readonly endedAt: number | null;
}

const id = z.uuid();

export const bodies = {
  'roster.assign-duty': z.object({
    dutyId: id,
    memberId: id,
    group: z.enum(GROUPS),
    place: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(80))),
    from: instant,
    until: instant,
  }),
  'roster.end-duty': z.object({ dutyId: id }),
} as const;

export type RosterCommandKind = keyof typeof bodies;
export type RosterBody<K extends RosterCommandKind> = z.output<(typeof bodies)[K]>;
export type RosterCommand = { [K in RosterCommandKind]: Command<K, RosterBody<K>> }[RosterCommandKind];

export type DutyAssigned = DomainEvent<
  'roster.duty-assigned',
  Omit<Duty, 'id' | 'endedAt'> & { readonly dutyId: string }
>;
export type DutyEnded = DomainEvent<'roster.duty-ended', { readonly dutyId: string }>;
export type RosterEvent = DutyAssigned | DutyEnded;

export const rosterProblems = defineProblems('roster', 5000, {
  'unknown-duty': [1, 404],
  'duty-exists': [2, 409],
  'duty-over': [3, 409],
  'period-reversed': [4, 400],
  /** Longer than the area's setting; details: `hours`. */
  'period-too-long': [5, 400],
  'unknown-member': [6, 404],
  'member-ended': [7, 409],
  /** A leader assigns within the own group only. */
  'not-your-group': [8, 403],
});

export const rosterRules = {
  'roster:assign-duty': LEADING_ANY,
  'roster:end-duty': LEADING_ANY,
  'roster:see-duties': LEADING_ANY,
  'roster:see-mine': ANY_MEMBER,
  'roster:see-all-groups': COMMAND_POST,
} as const satisfies AccessRules;

/** Settings of duties; dated values override them per area. */
export const rosterSettings = {
  grace: {
    key: 'roster.grace-minutes',
    unit: 'minutes',
    defaultValue: 60,
    min: 0,
    max: 480,
    weak: true,
  },
  early: {
    key: 'roster.early-minutes',
    unit: 'minutes',
    defaultValue: 60,
    min: 0,
    max: 1440,
    weak: true,
  },
  longest: {
    key: 'roster.longest-duty-hours',
    unit: 'hours',
    defaultValue: 24,
    min: 1,
    max: 168,
  },
} as const satisfies Record<string, SettingDefinition>;

export const dutyRow = z.object({
  id: z.string(),
  memberId: z.string(),
  memberName: z.string(),
  group: z.enum(GROUPS),
  place: z.nullable(z.string()),
  from: z.int(),
  until: z.int(),
  endedAt: z.nullable(z.int()),
});
export type DutyRow = z.output<typeof dutyRow>;

export const rosterQueries = {
  /** Duties that overlap from–until, soonest first; a leader sees the own group's. */
  duties: oc
    .meta(sameForAll('roster:see-duties', 'roster:see-all-groups'))
    .route({ method: 'GET', path: '/roster/duties', tags: ['roster'] })
    .input(
      z.object({
        from: z.pipe(z.coerce.number(), instant),
        until: z.pipe(z.coerce.number(), instant),
        group: z.optional(z.enum(GROUPS)),
      }),
    )
    .output(z.object({ duties: z.array(dutyRow) })),
};

export type { DutyCondition } from './contract/conditions.ts';
export { rosterPaths } from './paths.ts';
