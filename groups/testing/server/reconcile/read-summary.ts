import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectRows } from '#kernel/db/select.ts';
import type { Summary } from '../../contract/handover-queries.ts';
import { editionsOf } from '../../domain/reconcile/summary.ts';
import type { TestingDoors } from '../doors.ts';
import { findRoundDiscrepancies } from '../store-discrepancies.ts';
import { signatureTable } from '../tables.ts';
import { readSummaryParts } from './summary-figures.ts';

/** As many settled contradictions as a page can say. */
const MOST = 200;

/** What the signed summary says beside board and transport: how it was settled, and who has signed which version. */
export async function readSummary(
  tx: AreaTx,
  doors: TestingDoors,
  roundId: string,
  now: number,
): Promise<Summary> {
  const { board, gaps, hash } = await readSummaryParts(tx, doors, roundId, now);
  const signatures = await selectRows(tx, signatureTable, sql`round_id = ${roundId} order by at, id`);
  const editions = editionsOf(signatures, hash);
  const settled = await findRoundDiscrepancies(tx, roundId, false, MOST);
  const names = await doors.members.names(tx, [
    ...new Set([...signatures.map(({ by }) => by), ...settled.flatMap(({ settledBy }) => settledBy ?? [])]),
  ]);
  return {
    hash,
    edition: editions.current,
    revised: editions.revised,
    signatures: signatures.map(({ signsAs, by, at, hash: of }) => ({
      ...{ signsAs, at, byName: names.get(by) ?? null, edition: editions.of.get(of) ?? 0 },
    })),
    gaps: gaps.gaps,
    discrepancies: {
      open: board.discrepancies.open,
      settled: settled.map(({ code, problem, resolution, note, settledBy, settledAt }) => ({
        ...{ code, details: { ...problem.details }, resolution, note, settledAt },
        byName: names.get(settledBy ?? '') ?? null,
      })),
    },
  };
}
