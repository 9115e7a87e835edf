import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectRows } from '#kernel/db/select.ts';
import type { InsideHolder } from '../../contract/visit-queries.ts';
import { holdersInside } from '../../domain/visits/holders.ts';
import type { GatesDoors } from '../doors.ts';
import { gateTable, presenceTable } from '../tables.ts';

/** Who came in by a pass and lives nowhere here, masked, the longest inside first. @param compoundId of one compound */
export async function readHolders(
  tx: AreaTx,
  { passes, members, places }: GatesDoors,
  compoundId: string | null = null,
): Promise<InsideHolder[]> {
  const here = await selectRows(
    tx,
    presenceTable,
    sql`resident_id is null and household_id is null and pass_id is not null and direction = 'in'`,
  );
  if (here.length === 0) return [];
  const gates = new Map((await selectRows(tx, gateTable, sql`true`)).map((gate) => [gate.id, gate]));
  const compounds = new Map((await places.livingPlaces(tx)).compounds.map(({ id, name }) => [id, name]));
  const ids = here.flatMap(({ passId }) => passId ?? []);
  const known = (await passes?.passesByIds(tx, ids)) ?? new Map();
  const found = holdersInside(
    here,
    (id) => known.get(id),
    (id) => gates.get(id),
  ).filter((one) => compoundId === null || one.compoundId === compoundId);
  const names = await members.names(
    tx,
    found.flatMap(({ pass }) => pass?.memberId ?? []),
  );
  return found.map(({ passId, pass, gateId, compoundId: of, since }) => ({
    passId,
    kind: pass?.kind ?? null,
    name: pass?.label ?? names.get(pass?.memberId ?? '') ?? null,
    plate: pass?.plate ?? null,
    compoundId: of,
    compound: compounds.get(of ?? '') ?? '',
    gate: gates.get(gateId)?.name ?? '',
    since,
  }));
}
