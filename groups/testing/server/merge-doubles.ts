import { sql } from 'kysely';
import type { Stamp } from '#kernel/command/module.ts';
import { derivedUuid } from '#kernel/command/server/derived-uuid.ts';
import {
  discrepancyRows,
  raiseDiscrepancies,
  settleDiscrepancies,
} from '#kernel/command/server/discrepancy-store.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectByKeys } from '#kernel/db/select.ts';
import { flag } from '../domain/command.ts';
import { expectedId } from '../domain/expected-id.ts';
import { type SampleRecord, sampleTable } from './tables.ts';

const idOf = (mergeId: string, sampleId: string): string => derivedUuid(`${mergeId}/testing/${sampleId}`);

/** Both entries were swabbed in one round, so the one person was swabbed twice: a leader says which stands. */
export async function flagDoubleSamples(
  tx: AreaTx,
  residentId: string,
  followed: readonly SampleRecord[],
  stamp: Stamp,
): Promise<void> {
  const places = new Set(followed.map(({ roundId }) => expectedId(roundId, residentId)));
  const standing = (await selectByKeys(tx, sampleTable, { place_id: places }))
    .filter(({ voidedAt }) => voidedAt === null)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const came = new Set(followed.map(({ id }) => id));
  for (const { id, roundId, tubeId } of standing) {
    if (!came.has(id)) continue;
    const other = standing.find((row) => row.roundId === roundId && !came.has(row.id));
    if (!other) continue;
    const subjects = {
      roundId,
      sampleId: id,
      otherSampleId: other.id,
      tubeId,
      otherTubeId: other.tubeId,
      residentId,
    };
    const rows = discrepancyRows([flag('double-sample', subjects)], stamp);
    await raiseDiscrepancies(
      tx,
      rows.map((row) => ({ ...row, id: idOf(stamp.commandId, id) })),
    );
  }
}

/** They are two people again, each swabbed once. */
export async function settleDoubleSamples(
  tx: AreaTx,
  mergeId: string,
  samples: readonly { readonly id: string }[],
  stamp: Stamp,
): Promise<void> {
  const ids = samples.map(({ id }) => idOf(mergeId, id));
  const { rows } = await sql<{ id: string }>`
    select id from kernel.discrepancy
    where area_id = ${tx.areaId} and id = any(${ids}::uuid[]) and settled_at is null`.execute(tx.db);
  await settleDiscrepancies(
    tx,
    rows.map(({ id }) => ({
      settlement: { discrepancyId: id, resolution: 'keep-both', note: '' },
      stamp,
    })),
  );
}
