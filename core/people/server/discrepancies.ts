import { sql } from 'kysely';
import { findDiscrepancies } from '#kernel/command/server/discrepancy-store.ts';
import { openLogged } from '#kernel/command/server/logged.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { residentChanges } from '../contract/commands.ts';
import { cleanChanges } from '../domain/clean-changes.ts';
import type { KnownDiscrepancy } from '../domain/state.ts';

/** Contradictions of people with what the command that raised each had said. */
export async function findKnownDiscrepancies(
  tx: AreaTx,
  ids: readonly string[],
): Promise<KnownDiscrepancy[]> {
  const found = (await findDiscrepancies(tx, ids)).filter(({ code }) => code.startsWith('people.'));
  const said = await openLogged(
    tx,
    found.map(({ commandId }) => commandId),
  );
  return found.map(({ id, code, problem, subjects, settledAt, commandId }) => ({
    id,
    code,
    details: problem.details,
    subjects,
    settled: settledAt !== null,
    said: saidIn(said.get(commandId)),
  }));
}

interface Said {
  readonly at: number;
  readonly body: unknown;
}

/** The values of a visit, as they were cleaned when it was decided; none where the command said none. */
export function saidIn(logged: Said | undefined): KnownDiscrepancy['said'] {
  const body = logged?.body;
  if (!logged || typeof body !== 'object' || body === null) return {};
  if ('away' in body && typeof body.away === 'boolean') return { away: body.away };
  const parsed = residentChanges.safeParse('set' in body ? body.set : null);
  if (!parsed.success) return {};
  const cleaned = cleanChanges(parsed.data, null, logged.at);
  return 'set' in cleaned ? cleaned.set : {};
}

export interface OpenDiscrepancy {
  readonly id: string;
  readonly commandId: string;
  readonly code: string;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
  readonly subjects: Readonly<Record<string, string>>;
  readonly raisedAt: number;
  readonly settledAt: number | null;
  readonly settledBy: string | null;
  readonly resolution: string | null;
  readonly note: string | null;
}

/** Latest first. */
export async function listDiscrepancies(
  tx: AreaTx,
  which: { readonly open: boolean; readonly limit: number },
): Promise<OpenDiscrepancy[]> {
  const { rows } = await sql<OpenDiscrepancy>`
    select id, command_id, code, problem->'details' as details, subjects, raised_at, settled_at, settled_by,
      resolution, note
    from kernel.discrepancy
    where area_id = ${tx.areaId} and starts_with(code, 'people.') and (settled_at is null) = ${which.open}
    order by raised_at desc, id limit ${which.limit}`.execute(tx.db);
  return rows;
}

export async function countOpenDiscrepancies(tx: AreaTx): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*)::int4 as open from kernel.discrepancy
    where area_id = ${tx.areaId} and starts_with(code, 'people.') and settled_at is null`.execute(tx.db);
  return rows[0]?.open ?? 0;
}
