import { verifySignatures } from '#core/devices/module.ts';
import { listAreas } from '#kernel/command/server/area.ts';
import type { KeyRing } from '#kernel/crypto/key-ring.ts';
import { type Database, openDatabase } from '#kernel/db/pool.ts';
import { inArea } from '#kernel/db/transaction.ts';
import type { Check } from './doctor-check.ts';
import type { Cli } from './verb.ts';

/** Every signature in every area's log against the authors' keys: the push itself verifies none. */
export async function signaturesCheck(
  owner: Database,
  url: string,
  ring: KeyRing,
  cli: Cli,
): Promise<Omit<Check, 'name'>> {
  const db = openDatabase(url, { maxConnections: 1 });
  const all = { verified: 0, unknown: 0, wrong: 0 };
  const withKeys = new Set(await ring.areaIds());
  try {
    for (const { areaId } of await listAreas(owner)) {
      // An area without its key file is the matter of another check.
      if (!withKeys.has(areaId)) continue;
      const count = await inArea(db, areaId, await ring.of(areaId), verifySignatures, { readOnly: true });
      for (const kind of ['verified', 'unknown', 'wrong'] as const) all[kind] += count[kind];
    }
  } finally {
    await db.destroy();
  }
  return { ok: all.wrong === 0, detail: cli.t('detail.signatures', all) };
}
