import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { upsertRows } from '#kernel/db/upsert.ts';
import type { DeviceMember, DeviceRow, DevicesState, KeyRow } from '../domain/state.ts';
import { deviceTable, keyTable } from './tables.ts';

export async function loadDevices(tx: AreaTx, ids: readonly string[]): Promise<readonly DeviceRow[]> {
  const { rows } = await sql<DeviceRow>`
    select id, version, label, platform, app_version, enrolled_at, revoked_at, revoked_by, because, note
    from devices.device where area_id = ${tx.areaId} and id = any(${ids}::uuid[])`.execute(tx.db);
  return rows;
}

/** The keys of those devices, the keys of those ids, and whoever has one of those public keys. */
export async function loadKeys(
  tx: AreaTx,
  wanted: {
    readonly devices?: readonly string[];
    readonly ids?: readonly string[];
    readonly publicKeys?: readonly string[];
  },
): Promise<readonly KeyRow[]> {
  const { devices = [], ids = [], publicKeys = [] } = wanted;
  const { rows } = await sql<KeyRow>`
    select id, version, device_id, member_id, public_key, enrolled_at, ended_at, ended_because
    from devices.author_key
    where area_id = ${tx.areaId} and (device_id = any(${devices}::uuid[]) or id = any(${ids}::uuid[])
      or public_key = any(${publicKeys}::text[]))
    order by enrolled_at, id`.execute(tx.db);
  return rows;
}

/** Devices the transport has heard → the member who was on them last. */
export async function loadHeard(tx: AreaTx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; actorId: string }>`
    select id, actor_id from kernel.device
    where area_id = ${tx.areaId} and id = any(${ids}::uuid[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.actorId]));
}

/** Members with their standings and the groups of their duties, out of the tables of accounts and the roster. */
export async function loadMembers(
  tx: AreaTx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DeviceMember>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<DeviceMember>`
    select m.id, coalesce((
      select jsonb_agg(jsonb_build_object(
        'role', s.role, 'group', s."group",
        'from', (extract(epoch from s."from") * 1000)::int8, 'until', (extract(epoch from s."until") * 1000)::int8))
      from accounts.standing s where s.area_id = m.area_id and s.member_id = m.id), '[]'::jsonb) as standings,
      coalesce((select jsonb_agg(distinct d."group") from roster.duty d
        where d.area_id = m.area_id and d.member_id = m.id and d.ended_at is null), '[]'::jsonb) as duty_groups
    from accounts.member m
    where m.area_id = ${tx.areaId} and m.id = any(${ids}::uuid[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Devices first: a key refers to its device. */
export async function saveState(tx: AreaTx, state: DevicesState): Promise<void> {
  await upsertRows(tx, deviceTable, state.devices.changed());
  await upsertRows(tx, keyTable, state.keys.changed());
}

/** Who left the area signs nothing any more; what is on the way is flagged. */
export async function endKeysOf(tx: AreaTx, memberId: string, at: number, version: number): Promise<void> {
  await sql`
    update devices.author_key set ended_at = ${new Date(at)}, ended_because = 'left', version = ${version}
    where area_id = ${tx.areaId} and member_id = ${memberId} and ended_at is null`.execute(tx.db);
}

/** Every device of the area that was taken out of use. */
export async function loadRevoked(tx: AreaTx): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from devices.device where area_id = ${tx.areaId} and revoked_at is not null`.execute(tx.db);
  return rows.map((row) => row.id);
}

/** Whether a key was ever made on it, in use or not. */
export const isEnrolled = async (tx: AreaTx, deviceId: string): Promise<boolean> =>
  (await loadDevices(tx, [deviceId])).some((device) => device.enrolledAt !== null);

export const keysById = (tx: AreaTx, ids: readonly string[]): Promise<readonly KeyRow[]> =>
  loadKeys(tx, { ids });
