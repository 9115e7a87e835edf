import { sql } from 'kysely';
import type { MemberEnded, MemberMerged } from '#core/accounts/contract.ts';
import type { MergedEvent, UnmergedEvent } from '#core/people/contract.ts';
import type { Reaction, StampedEvent } from '#kernel/command/module.ts';

type Stamped<E> = StampedEvent & E;

/** Two entries of the register were one person: the pass is the one's that stands. Paper names the old entry on. */
const followPeople: Reaction = {
  event: 'people.merged',
  async handle(tx, events) {
    for (const { data, stamp } of events as readonly Stamped<MergedEvent>[]) {
      await sql`insert into passes.followed (area_id, merge_id, pass_id, version)
        select area_id, ${stamp.commandId}::uuid, id, ${stamp.version} from passes.pass
        where area_id = ${tx.areaId} and resident_id = ${data.mergedId}`.execute(tx.db);
      await sql`update passes.pass set resident_id = ${data.keptId}, version = ${stamp.version}
        where area_id = ${tx.areaId} and resident_id = ${data.mergedId}`.execute(tx.db);
    }
  },
};

/** The merge was a mistake: passes that followed it go back. */
const goBack: Reaction = {
  event: 'people.unmerged',
  async handle(tx, events) {
    for (const { data, stamp } of events as readonly Stamped<UnmergedEvent>[]) {
      const followed = sql`from passes.followed
        where area_id = ${tx.areaId} and merge_id = ${data.mergeId}`;
      await sql`update passes.pass set resident_id = ${data.mergedId}, version = ${stamp.version}
        where area_id = ${tx.areaId} and id in (select pass_id ${followed})`.execute(tx.db);
      await sql`delete ${followed}`.execute(tx.db);
    }
  },
};

const followMembers: Reaction = {
  event: 'accounts.member-merged',
  async handle(tx, events) {
    for (const { data, stamp } of events as readonly Stamped<MemberMerged>[]) {
      await sql`update passes.pass set member_id = ${data.keptId}, version = ${stamp.version}
        where area_id = ${tx.areaId} and member_id = ${data.memberId}`.execute(tx.db);
    }
  },
};

/** Who leaves leaves the pass of a volunteer. */
const endWithMember: Reaction = {
  event: 'accounts.member-ended',
  async handle(tx, events) {
    for (const { data, stamp } of events as readonly Stamped<MemberEnded>[]) {
      await sql`update passes.pass
        set revoked_at = ${new Date(stamp.at)}, revoke_reason = 'ended', version = ${stamp.version}
        where area_id = ${tx.areaId} and member_id = ${data.memberId} and revoked_at is null`.execute(tx.db);
    }
  },
};

/** Phones that show a pass of their own get it signed anew, as a row that changed. */
const signAnew: Reaction = {
  event: 'codes.key-made',
  async handle(tx, events) {
    const last = events.at(-1);
    if (!last) return;
    await sql`update passes.pass set version = ${last.stamp.version}
      where area_id = ${tx.areaId} and member_id is not null and revoked_at is null
        and valid_until > ${new Date(last.stamp.at)}`.execute(tx.db);
  },
};

/** A merge comes before the ending that it brings with it. */
export const passesReactions: readonly Reaction[] = [
  followPeople,
  goBack,
  followMembers,
  endWithMember,
  signAnew,
];
