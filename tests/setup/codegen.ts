import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '#apps/server/migrations.ts';
import { startEmbedded } from '#kernel/db/embedded/embedded.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { openDatabase } from '#kernel/db/pool.ts';
import { generateTables } from './generated-tables.ts';

/** `npm run codegen`: migrates an empty database and writes every `tables.gen.ts`. */
const dataFolder = await mkdtemp(join(tmpdir(), 'concerto-codegen-'));
const server = await startEmbedded({ dataFolder, durable: false });
try {
  await migrate(server.url, migrations);
  const owner = openDatabase(server.url, { role: 'owner', maxConnections: 1 });
  const files = await generateTables(owner);
  await owner.destroy();
  for (const { path, text } of files) await writeFile(path, text);
  process.stdout.write(`${files.length} files written\n`);
} finally {
  await server.stop();
  await rm(dataFolder, { recursive: true, force: true });
}
