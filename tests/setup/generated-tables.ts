import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { migrations } from '#apps/server/migrations.ts';
import type { Database } from '#kernel/db/pool.ts';
import { readColumns } from '#kernel/db/testing/introspect.ts';
import { renderTables } from '#kernel/db/testing/render-tables.ts';

export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** Each module's `server/tables.gen.ts`, and the kernel's, as the migrated database says they should read. */
export async function generateTables(owner: Database): Promise<GeneratedFile[]> {
  const columns = await readColumns(owner);
  const kernel = { name: 'kernel', folder: new URL('../../kernel/db/', import.meta.url) };
  const modules = migrations.map(({ name, migrations: folders }) => {
    const [folder] = folders instanceof URL ? [folders] : folders;
    if (!folder) throw new Error(`${name} has no migrations`);
    return { name, folder: new URL('../server/', folder) };
  });
  return [kernel, ...modules].map(({ name, folder }) => {
    const path = fileURLToPath(new URL('tables.gen.ts', folder));
    if (!existsSync(folder)) throw new Error(`${name} has no folder for ${path}`);
    return { path, text: renderTables(name, columns) };
  });
}
