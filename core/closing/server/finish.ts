import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { noSuchFile } from '#kernel/no-such-file.ts';
import type { Certificate } from '../contract/http.ts';
import { certificateOf, writeCertificate } from './certificate.ts';
import { destroyArea } from './destroy-area.ts';
import { type Journal, readJournals, writeJournal } from './journal.ts';
import type { ClosingParts } from './parts.ts';
import { rewriteTables } from './rewrite-tables.ts';

const NO_BACKUPS: Certificate['backups'] = { destroyed: [], made: null, elsewhere: null };

/** From the rows on. Each step is written down when it is done, and done again when it was cut off. */
export async function finish(parts: ClosingParts, from: Journal): Promise<void> {
  const { host, help } = parts;
  const { dataFolder } = host;
  let journal = from;
  const note = async (change: Partial<Journal>) => {
    journal = await writeJournal(dataFolder, { ...journal, ...change });
  };
  if (journal.stage === 'destroying') journal = await destroyArea(parts, journal);
  if (journal.stage === 'rows') {
    await destroyFiles(parts, journal.areaId);
    await note({ stage: 'database' });
  }
  if (journal.stage === 'database' && !journal.database) {
    if (!help) return;
    if (help.freshen) return help.freshen();
    await note({ database: await rewriteTables(parts.owner) });
  }
  if (journal.stage === 'database') await note({ stage: 'backups' });
  if (journal.stage === 'backups') {
    if (!help) return;
    // Written down before they go: cut off in between, nobody could tell any more which they were.
    const backups = journal.backups ?? (await help.backups?.prepare()) ?? NO_BACKUPS;
    await note({ backups });
    await help.backups?.replace(backups);
    await note({ finishedAt: host.clock.now() });
    const certificate = certificateOf(parts, journal);
    await keepCertificate(parts, certificate);
    await writeCertificate(dataFolder, certificate);
    await note({ stage: 'done' });
  }
}

/** The embedded database was made anew: whoever opens the house next goes on from there. */
export async function noteFresh(
  dataFolder: string,
  sum: { readonly tables: number; readonly rows: number },
): Promise<void> {
  for (const journal of await readJournals(dataFolder)) {
    if (journal.stage !== 'database') continue;
    await writeJournal(dataFolder, { ...journal, stage: 'backups', database: { how: 'fresh', ...sum } });
  }
}

async function destroyFiles(parts: ClosingParts, areaId: string): Promise<void> {
  await parts.files.dropArea(areaId);
  for (const practice of await parts.practice.of(areaId)) await parts.practice.drop(practice.areaId);
  // What a restore had put aside.
  const folder = join(parts.host.dataFolder, 'keys');
  for (const name of (await readdir(folder).catch(noSuchFile)) ?? []) {
    if (name.startsWith(areaId)) await rm(join(folder, name));
  }
}

/** So that it stands in every backup, too. */
async function keepCertificate({ owner }: ClosingParts, certificate: Certificate): Promise<void> {
  const { areaId, closingId } = certificate;
  await owner.transaction().execute(async (trx) => {
    await sql`select set_config('app.area_id', ${areaId}, true)`.execute(trx);
    await sql`update closing.closing set certificate = ${JSON.stringify(certificate)}::jsonb
      where area_id = ${areaId} and id = ${closingId}`.execute(trx);
  });
}
