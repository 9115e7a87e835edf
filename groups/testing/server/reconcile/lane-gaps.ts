import { type RawBuilder, sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { GapKind } from '../../contract/reconcile-rows.ts';
import type { Gap } from '../../domain/reconcile/gap.ts';
import { UNKNOWN_PACKING } from '../store-figures.ts';

/** More of one kind are counted and not listed: nobody settles a thousand by hand. */
const MOST = 200;

export interface LaneGap extends Gap {
  readonly residentId: string | null;
  readonly at: number | null;
}

export interface LaneGaps {
  readonly gaps: readonly LaneGap[];
  readonly more: number;
}

type Row = LaneGap & { readonly total: number };

/** Differences of people and tubes, row by row: the same that the board counts per lane. */
export async function readLaneGaps(tx: AreaTx, roundId: string): Promise<LaneGaps> {
  const ofRound = (alias: string) =>
    sql`${sql.raw(alias)}.area_id = ${tx.areaId} and ${sql.raw(alias)}.round_id = ${roundId}`;
  const of = (kind: GapKind, what: RawBuilder<unknown>, from: RawBuilder<unknown>) =>
    sql`(select ${kind} as kind, ${what}, count(*) over ()::int4 as total ${from} limit ${MOST})`;
  const deed = (lane: string, tubeCode: RawBuilder<unknown>) => sql`
    s.id::text as subject, '' as said, 1 as people, ${sql.raw(lane)}::text as lane_id, ${tubeCode} as tube_code,
    null::text as box_code, s.resident_id, s.at`;
  const tube = sql`
    w.id::text as subject, w.count::text as said, w.count as people, w.lane_id::text as lane_id, w.code as tube_code,
    null::text as box_code, null::uuid as resident_id, w.opened_at as at`;
  const { rows } = await sql<Row>`
    ${of(
      'not-sampled',
      deed('c.lane_id', sql`null::text`),
      sql`from testing.sample s join testing.check_in c on c.area_id = s.area_id and c.id = s.check_in_id
        where ${ofRound('s')} and s.voided_at is not null and c.voided_at is null order by s.at, s.id`,
    )}
    union all ${of(
      'no-check-in',
      deed('s.tube_lane_id', sql`s.tube_code`),
      sql`from testing.swab s where ${ofRound('s')} and s.in_tube and not s.has_check_in order by s.at, s.id`,
    )}
    union all ${of(
      'void-tube',
      deed('s.check_in_lane_id', sql`s.tube_code`),
      sql`from testing.swab s where ${ofRound('s')} and not s.in_tube and s.has_check_in order by s.at, s.id`,
    )}
    union all ${of(
      'tube-open',
      tube,
      sql`from testing.tube w where ${ofRound('w')} and w.voided_at is null and w.packed_at is null
        and w.closed_at is null order by w.opened_at, w.id`,
    )}
    union all ${of(
      'tube-not-packed',
      tube,
      sql`from testing.tube w where ${ofRound('w')} and w.voided_at is null and w.packed_at is null
        and w.closed_at is not null order by w.opened_at, w.id`,
    )}
    union all ${of(
      'unknown-packing',
      sql`p.id::text as subject, '' as said, 0 as people, null::text as lane_id, p.code as tube_code,
        b.code as box_code, null::uuid as resident_id, p.at`,
      sql`from testing.packing p
        join testing.box b on b.area_id = p.area_id and b.id = p.box_id
        where ${ofRound('p')} and ${UNKNOWN_PACKING} order by p.at, p.id`,
    )}
    union all ${of(
      'unknown-result',
      sql`r.tube_code as subject, r.outcome as said, 0 as people, null::text as lane_id, r.tube_code,
        null::text as box_code, null::uuid as resident_id, r.recorded_at as at`,
      sql`from testing.result r
        where ${ofRound('r')} and r.replaced_at is null and not exists (
          select from testing.tube t where t.area_id = r.area_id and t.round_id = r.round_id
            and t.code = r.tube_code and t.voided_at is null)
        order by r.tube_code`,
    )}`.execute(tx.db);
  const totals = new Map(rows.map(({ kind, total }) => [kind, total]));
  const all = [...totals.values()].reduce((sum, total) => sum + total, 0);
  const gaps = rows.map(({ total: _, ...row }) => ({ ...row, handoverCode: null }));
  return { gaps, more: all - rows.length };
}
