import { type RawBuilder, sql } from 'kysely';
import type { SigningKey } from '#core/codes/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { MOST_LISTED, PASS_STATES, type PassState, type PassView } from '../contract/queries.ts';
import type { PassKind } from '../contract/rows.ts';
import type { PassesDoors } from './doors.ts';
import { holderNames } from './holder-names.ts';
import { compoundNames, selectPasses } from './store.ts';
import { type Resting, restingAt } from './zone-resting.ts';

export interface ListFilter {
  readonly kind?: PassKind | undefined;
  readonly state?: PassState | undefined;
  readonly buildingId?: string | undefined;
  readonly printAnew?: '1' | undefined;
}

/** Over `p`: what a pass is at a time, one of `PASS_STATES`. */
function stateOf({ residentIds, householdIds }: Resting, now: number): RawBuilder<PassState> {
  const at = new Date(now);
  return sql`case
    when p.revoked_at is not null then 'revoked'
    when p.valid_until <= ${at} then 'over'
    when p.suspended_at is not null then 'suspended'
    when p.kind = 'resident' and (p.resident_id = any(${residentIds}::uuid[])
      or p.household_id = any(${householdIds}::uuid[])) then 'zone'
    when p.valid_from > ${at} then 'not-yet'
    else 'good' end`;
}

/** Printed before it was renewed, or while a key was in use that was withdrawn since. */
function printedWith(keys: readonly SigningKey[]): RawBuilder<boolean> {
  const parts = keys
    .filter(({ revokedAt }) => revokedAt !== null)
    .map(
      ({ validFrom, validUntil }) =>
        sql`(p.printed_at >= ${new Date(validFrom)} and p.printed_at < ${new Date(validUntil ?? validFrom)})`,
    );
  const old = sql`(p.renewed_at is not null and p.printed_at < p.renewed_at)`;
  return sql`(${sql.join([old, ...parts], sql` or `)})`;
}

const alive = (now: number) => sql`p.revoked_at is null and p.valid_until > ${new Date(now)}`;

export async function readList(
  tx: AreaTx,
  doors: PassesDoors,
  { kind, state, buildingId, printAnew }: ListFilter,
  now: number,
): Promise<{ passes: PassView[]; tooMany: boolean }> {
  const resting = await restingAt(tx, doors, now);
  const withdrawn = printedWith(await doors.keys(tx));
  const stated = stateOf(resting, now);
  const where: RawBuilder<unknown>[] = [];
  if (kind) where.push(sql`p.kind = ${kind}`);
  if (state) where.push(sql`${stated} = ${state}`);
  if (state !== 'over' && state !== 'revoked') where.push(sql`p.valid_until > ${new Date(now)}`);
  if (printAnew) where.push(sql`${withdrawn} and ${alive(now)}`);
  if (buildingId) where.push(await livesIn(tx, doors, buildingId));
  const all = where.length === 0 ? sql`true` : sql.join(where, sql` and `);
  const found = await selectPasses(
    tx,
    sql`${all} order by p.issued_at desc, p.id desc limit ${MOST_LISTED + 1}`,
  );
  const shown = found.slice(0, MOST_LISTED);
  const said = await statesOf(
    tx,
    shown.map(({ id }) => id),
    stated,
    withdrawn,
  );
  const nameOf = await holderNames(tx, doors, shown);
  const compounds = await compoundNames(tx);
  const passes = shown.map((pass): PassView => {
    const { id, kind: ofKind, plate, form, quota, validFrom, validUntil } = pass;
    const { revokeReason, suspendReason, note, printedAt } = pass;
    const now_ = said.get(id) ?? { state: 'good' as const, printAnew: false };
    return {
      id,
      kind: ofKind,
      ...now_,
      ...nameOf(pass),
      plate,
      form,
      quota,
      compounds: pass.compoundIds.map((compoundId) => compounds.get(compoundId) ?? ''),
      validFrom,
      validUntil,
      revokeReason,
      suspendReason,
      note,
      printedAt,
    };
  });
  return { passes, tooMany: found.length > MOST_LISTED };
}

interface Said {
  readonly state: PassState;
  readonly printAnew: boolean;
}

async function statesOf(
  tx: AreaTx,
  ids: readonly string[],
  state: RawBuilder<PassState>,
  withdrawn: RawBuilder<boolean>,
): Promise<ReadonlyMap<string, Said>> {
  const { rows } = await sql<Said & { id: string }>`
    select p.id, ${state} as state, ${withdrawn} as print_anew from passes.pass p
    where p.area_id = ${tx.areaId} and p.id = any(${ids}::uuid[])`.execute(tx.db);
  return new Map(
    rows.map(({ id, state: is, printAnew }) => [id, { state: is, printAnew: printAnew ?? false }]),
  );
}

async function livesIn(
  tx: AreaTx,
  { people }: PassesDoors,
  buildingId: string,
): Promise<RawBuilder<unknown>> {
  const here = await people.residentsInScope(tx, { compoundIds: [], buildingIds: [buildingId] });
  const residentIds = here.map(({ id }) => id);
  const householdIds = [...new Set(here.map(({ householdId }) => householdId))];
  return sql`(p.resident_id = any(${residentIds}::uuid[]) or p.household_id = any(${householdIds}::uuid[]))`;
}

export interface Counted {
  readonly kind: PassKind;
  readonly state: PassState;
  readonly count: number;
}

/** What is over is counted for a month. */
const COUNTED_MS = 30 * 86_400_000;

export async function readCounts(
  tx: AreaTx,
  doors: PassesDoors,
  now: number,
): Promise<{ counts: Counted[]; printAnew: number }> {
  const stated = stateOf(await restingAt(tx, doors, now), now);
  const withdrawn = printedWith(await doors.keys(tx));
  const { rows } = await sql<Counted & { anew: number }>`
    select kind, state, count(*)::int4 as count, (count(*) filter (where anew))::int4 as anew from (
      select p.kind, ${stated} as state, (${withdrawn} and ${alive(now)}) as anew from passes.pass p
      where p.area_id = ${tx.areaId} and p.valid_until > ${new Date(now - COUNTED_MS)}) s
    group by kind, state`.execute(tx.db);
  const counts = rows.map(({ kind, state, count }) => ({ kind, state, count }));
  counts.sort((a, b) => PASS_STATES.indexOf(a.state) - PASS_STATES.indexOf(b.state));
  return { counts, printAnew: rows.reduce((sum, { anew }) => sum + anew, 0) };
}
