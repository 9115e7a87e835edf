import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql, type Transaction } from 'kysely';
import { destroyRows } from '#kernel/closing/server/destroy-rows.ts';
import { checkChain } from '#kernel/command/server/chain.ts';
import type { AreaTx, NoTables } from '#kernel/db/area-tx.ts';
import { countAll } from '#kernel/personal-data/count.ts';
import { writeFigureSheets } from './figure-sheets.ts';
import { closingFolder, type Found, type Journal, writeJournal } from './journal.ts';
import { writeKeptSheets } from './kept-sheets.ts';
import { destroyedKinds } from './kinds.ts';
import type { ClosingParts } from './parts.ts';
import { countWaiting, findKeyCopies } from './store.ts';

/**
 * Under the area's lock, in one transaction: what the area holds is counted and its log checked; rows and accounts go,
 * what stays forgets whom it spoke of and is written down for the archive; then the keys are destroyed — the point of
 * no return — and the transaction is committed. A failure before leaves everything as it was. After a crash in between
 * the journal says what was found, and the same is done again without keys.
 * @returns the journal in its stage `rows`
 */
export async function destroyArea(parts: ClosingParts, journal: Journal): Promise<Journal> {
  const { owner, host } = parts;
  const { areaId } = journal;
  const practiceAreas = (await parts.practice.of(areaId)).length;
  const marked = await owner.transaction().execute(async (trx) => {
    await sql`select set_config('app.area_id', ${areaId}, true)`.execute(trx);
    await sql`select from kernel.area where area_id = ${areaId} for update`.execute(trx);
    const before = journal.found ?? { ...(await look(parts, trx, journal)), practiceAreas };
    const counts = await destroyRows(trx, areaId, parts.kept);
    const accounts = await parts.destroyAccounts(trx, areaId);
    await sql`update kernel.area set closed_at = ${new Date(before.destroyedAt)} where area_id = ${areaId}`.execute(
      trx,
    );
    const found = journal.found ?? {
      ...before,
      accounts,
      ...(await writeDown(parts, trx, journal, counts, before.figures)),
    };
    const destroying = await writeJournal(host.dataFolder, { ...journal, stage: 'destroying', found });
    await parts.ring.destroy(areaId);
    return destroying;
  });
  parts.forgetSessions();
  return writeJournal(host.dataFolder, { ...marked, stage: 'rows' });
}

/** Whether a closing that was cut off had already destroyed the keys. */
export const isPastReturn = ({ areaId }: Journal, dataFolder: string): boolean =>
  !existsSync(join(dataFolder, 'keys', `${areaId}.json`));

/** What is there before anything is touched; tables and sheets are filled in as they are dealt with. */
async function look(
  parts: ClosingParts,
  trx: Transaction<NoTables>,
  { areaId }: Journal,
): Promise<Omit<Found, 'practiceAreas'>> {
  const keys = await parts.ring.of(areaId);
  const tx: AreaTx = { areaId, db: trx, keys, settleAtCommit: (answer) => void answer };
  const { fingerprint, versions } = await parts.ring.info(areaId);
  const kinds = [];
  for (const { kind, name, rows } of destroyedKinds(parts.personalData, parts.kept))
    kinds.push({ kind, name, rows: await countAll(tx, rows) });
  const chain = await checkChain(tx);
  const files = await parts.files.list(areaId);
  return {
    destroyedAt: parts.host.clock.now(),
    kinds,
    tables: [],
    accounts: { destroyed: 0, workElsewhere: 0 },
    keys: { fingerprint, versions: versions.length },
    files: { count: files.length, bytes: await bytesOf(parts, areaId, files) },
    log: { version: chain.version, head: await headOf(trx, areaId), rows: chain.rows, faults: chain.faults },
    waiting: await countWaiting(tx),
    keyCopies: await findKeyCopies(tx),
    kept: [],
    figures: await readFigures(parts, tx),
  };
}

async function readFigures({ keptFigures }: ClosingParts, tx: AreaTx): Promise<Found['figures']> {
  const figures = [];
  for (const { id, name, columns, read } of keptFigures) {
    figures.push({ id, name, columns, rows: await read(tx) });
  }
  return figures;
}

async function writeDown(
  { host, kept }: ClosingParts,
  trx: Transaction<NoTables>,
  { areaId, closingId }: Journal,
  counts: Awaited<ReturnType<typeof destroyRows>>,
  figures: Found['figures'],
): Promise<Pick<Found, 'tables' | 'kept'>> {
  const folder = join(closingFolder(host.dataFolder, closingId), 'kept');
  await rm(folder, { recursive: true, force: true });
  const rules = new Map(kept.map((rule) => [rule.table, rule]));
  return {
    tables: counts.map((count) => {
      const { name = null, because = null } = rules.get(count.table) ?? {};
      return { ...count, name, because };
    }),
    kept: [
      ...(await writeKeptSheets(trx, areaId, kept, folder)),
      ...(await writeFigureSheets(figures, folder)),
    ],
  };
}

async function headOf(trx: Transaction<NoTables>, areaId: string): Promise<string> {
  const { rows } = await sql<{ head: Buffer | null }>`
    select head_hash as head from kernel.area where area_id = ${areaId}`.execute(trx);
  return rows[0]?.head?.toString('hex') ?? '';
}

async function bytesOf(
  { files }: ClosingParts,
  areaId: string,
  list: readonly { readonly fileId: string }[],
): Promise<number> {
  let bytes = 0;
  for (const { fileId } of list) {
    bytes += (await files.read(areaId, fileId))?.length ?? (await files.received(areaId, fileId));
  }
  return bytes;
}
