import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { DeviceUser, DeviceView } from '../contract/queries.ts';

interface Listed extends Omit<DeviceView, 'users'> {
  readonly userIds: readonly string[];
}

/** Every device that enrolled or was heard, the longest silent first, those out of use last. */
export async function listDevices(tx: AreaTx): Promise<readonly DeviceView[]> {
  const { rows } = await sql<Listed>`
    select coalesce(d.id, h.id) as id, d.label, d.platform, coalesce(h.app_version, d.app_version) as app_version,
      h.persisted, d.enrolled_at, h.last_seen_at, coalesce(h.pending, 0) as pending, h.clock_offset,
      d.revoked_at, d.because, d.note, h.actor_id as last_user_id,
      (select m.name from accounts.member m where m.area_id = d.area_id and m.id::text = d.revoked_by) as revoked_by,
      array(select distinct k.member_id::text from devices.author_key k
        where k.area_id = ${tx.areaId} and k.device_id = coalesce(d.id, h.id)) as user_ids
    from (select * from devices.device where area_id = ${tx.areaId}) d
    full join (select * from kernel.device where area_id = ${tx.areaId}) h on h.id = d.id
    order by d.revoked_at is not null, h.last_seen_at nulls first, id`.execute(tx.db);
  const people = await loadUsers(tx, [...new Set(rows.flatMap(everyone))]);
  return rows.map((row) => {
    const { userIds: _ids, ...device } = row;
    return { ...device, users: everyone(row).flatMap((id) => people.get(id) ?? []) };
  });
}

/** Who was on it last stands first. */
const everyone = (row: Listed): string[] => [
  ...new Set([...(row.lastUserId === null ? [] : [row.lastUserId]), ...row.userIds]),
];

async function loadUsers(tx: AreaTx, ids: readonly string[]): Promise<ReadonlyMap<string, DeviceUser>> {
  const { rows } = await sql<DeviceUser>`
    select id as member_id, name, phone_mask, "group", ended_at is not null as has_left
    from accounts.member where area_id = ${tx.areaId} and id::text = any(${ids}::text[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.memberId, row]));
}
