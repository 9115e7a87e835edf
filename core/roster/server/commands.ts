import type { CommandModule, Reaction } from '#kernel/command/module.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Problem } from '#kernel/problem/problem.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import { isUuid } from '#kernel/time-id/uuid.ts';
import {
  bodies,
  type DutyCondition,
  type RosterCommand,
  type RosterEvent,
  rosterSettings,
} from '../contract.ts';
import { decide, evolve } from '../domain/decide.ts';
import { emptyState, type RosterState, unmetKey } from '../domain/state.ts';
import { endDutiesOf, loadDuties, loadMembers, moveDuties, saveDuties } from './store.ts';

/** @param conditions what must be met before a duty can be given */
export const rosterCommands = (
  conditions: readonly DutyCondition[],
): CommandModule<RosterState, RosterCommand, RosterEvent> => ({
  kinds: {
    'roster.assign-duty': {
      nature: 'wish',
      action: 'roster:assign-duty',
      v: 1,
      judgedBy: 'receipt',
      body: bodies['roster.assign-duty'],
    },
    'roster.end-duty': {
      nature: 'wish',
      action: 'roster:end-duty',
      v: 1,
      judgedBy: 'receipt',
      body: bodies['roster.end-duty'],
    },
  },
  async load(tx, commands) {
    const memberIds = commands.flatMap((c) => ('memberId' in c.body ? [c.body.memberId] : []));
    const actorIds = commands.map((c) => c.actorId).filter(isUuid);
    const latest = Math.max(...commands.map((c) => c.at));
    const longest = settingAt(rosterSettings.longest, await loadSettings(tx), latest);
    const members = await loadMembers(tx, [...memberIds, ...actorIds]);
    const state = emptyState(members, longest.value, await unmetBy(tx, conditions, commands));
    state.duties.load(
      await loadDuties(
        tx,
        commands.map((c) => c.body.dutyId),
      ),
    );
    return state;
  },
  decide,
  evolve,
  save: (tx, state) => saveDuties(tx, state.duties.changed()),
});

/** The first condition that a wanted duty does not meet, per group and member. */
async function unmetBy(
  tx: AreaTx,
  conditions: readonly DutyCondition[],
  commands: readonly RosterCommand[],
): Promise<ReadonlyMap<string, Problem>> {
  const wanted = commands.flatMap((c) => (c.kind === 'roster.assign-duty' ? [c.body] : []));
  const unmet = new Map<string, Problem>();
  for (const group of new Set(wanted.map((duty) => duty.group))) {
    const ids = new Set(wanted.flatMap((duty) => (duty.group === group ? [duty.memberId] : [])));
    for (const condition of conditions) {
      for (const [memberId, why] of await condition.refusals(tx, [...ids], group)) {
        const key = unmetKey(group, memberId);
        if (!unmet.has(key)) unmet.set(key, why);
      }
    }
  }
  return unmet;
}

/** Who leaves the area leaves its duties. */
export const endDutiesOfEnded: Reaction = {
  event: 'accounts.member-ended',
  async handle(tx, events) {
    for (const { data, stamp } of events) {
      if (hasMemberId(data)) await endDutiesOf(tx, data.memberId, stamp.at, stamp.version);
    }
  },
};

/** Two entries were one person: what lies ahead of the one that goes is the other's. Before the ending above. */
export const moveDutiesOfMerged: Reaction = {
  event: 'accounts.member-merged',
  async handle(tx, events) {
    for (const { data, stamp } of events) {
      if (hasMemberId(data) && hasKeptId(data)) await moveDuties(tx, data, stamp.at, stamp.version);
    }
  },
};

const hasKeptId = (data: object): data is { readonly keptId: string } =>
  'keptId' in data && typeof data.keptId === 'string';

const hasMemberId = (data: unknown): data is { readonly memberId: string } =>
  typeof data === 'object' && data !== null && 'memberId' in data && typeof data.memberId === 'string';
