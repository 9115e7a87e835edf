import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { CloseReason, LabOutcome, Method, Tube } from '../../contract/rows.ts';

/** What one tube's page reads. Each query finds its few rows by an index, whatever stands in other rounds. */

export interface OpeningRow {
  readonly tubeId: string;
  readonly lane: string | null;
  readonly site: string | null;
  readonly ratio: number;
  readonly state: Tube['state'];
  readonly openedAt: number;
  readonly openedBy: string;
  readonly closedAt: number | null;
  readonly closedBy: string | null;
  readonly closeReason: CloseReason | null;
  readonly note: string;
  readonly onPaper: boolean;
  readonly packedAt: number | null;
  readonly packedBy: string | null;
  readonly boxCode: string | null;
  readonly sealedAt: number | null;
  readonly sealedBy: string | null;
  readonly voided: boolean;
  readonly merged: boolean;
}

/** Every row of the code, also those taken out, in the order of their opening. */
export async function findOpenings(tx: AreaTx, roundId: string, code: string): Promise<OpeningRow[]> {
  const { rows } = await sql<OpeningRow>`
    select t.id as tube_id, l.name as lane, site.name as site, t.ratio, t.state, t.opened_at, t.opened_by, t.closed_at,
      t.closed_by, t.close_reason, t.note, t.on_paper, t.packed_at, p.by as packed_by, b.code as box_code,
      b.sealed_at, b.sealed_by, t.voided_at is not null as voided, t.merged_into is not null as merged
    from testing.tube t
    left join testing.lane l on l.area_id = t.area_id and l.id = t.lane_id
    left join testing.site site on site.area_id = l.area_id and site.id = l.site_id
    left join testing.box b on b.area_id = t.area_id and b.id = t.box_id
    left join lateral (
      select p.by from testing.packing p
      where p.area_id = t.area_id and p.code = t.code and p.box_id = t.box_id and p.voided_at is null
      order by p.at, p.id limit 1) p on true
    where t.area_id = ${tx.areaId} and t.code = ${code} and t.round_id = ${roundId}
    order by t.opened_at, t.id`.execute(tx.db);
  return rows;
}

export interface MemberRow {
  readonly id: string;
  readonly version: number;
  readonly residentId: string | null;
  readonly at: number;
  readonly by: string;
  readonly method: Method;
  readonly voidedAt: number | null;
  readonly lane: string | null;
  readonly site: string | null;
}

/** Swabs of these tube rows, withdrawn ones too, in no order: the order is a rule (`domain/members/`). */
export async function findMembers(tx: AreaTx, tubeIds: readonly string[]): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select s.id, s.version, s.resident_id, s.at, s.by, s.method, s.voided_at, l.name as lane, site.name as site
    from testing.sample s
    left join testing.lane l on l.area_id = s.area_id and l.id = s.lane_id
    left join testing.site site on site.area_id = l.area_id and site.id = l.site_id
    where s.area_id = ${tx.areaId} and s.tube_id = any(${tubeIds}::uuid[])`.execute(tx.db);
  return rows;
}

export interface VerdictRow {
  readonly outcome: LabOutcome;
  readonly note: string;
  readonly reportedAt: number | null;
  readonly recordedAt: number;
  readonly recordedBy: string;
  readonly replacedAt: number | null;
}

/** The result in force first, then those it replaced, latest first. */
export async function findVerdicts(tx: AreaTx, roundId: string, code: string): Promise<VerdictRow[]> {
  const { rows } = await sql<VerdictRow>`
    select outcome, note, reported_at, recorded_at, recorded_by, replaced_at from testing.result
    where area_id = ${tx.areaId} and tube_code = ${code} and round_id = ${roundId}
    order by replaced_at desc nulls first, id desc`.execute(tx.db);
  return rows;
}
