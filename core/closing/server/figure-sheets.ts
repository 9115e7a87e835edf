import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { csvText } from '#kernel/sheet/csv-text.ts';
import type { Certificate } from '../contract/http.ts';
import { writeWhole } from './journal.ts';

/** Each module's counts as a sheet beside those of the tables that stay. */
export async function writeFigureSheets(
  figures: Certificate['figures'],
  folder: string,
): Promise<Certificate['kept']> {
  const written: Certificate['kept'][number][] = [];
  for (const { id, columns, rows } of figures) {
    const file = `${id}.csv`;
    const text = csvText({ headers: columns.map((column) => column['zh-CN']), rows });
    await writeWhole(join(folder, file), text);
    const sha256 = createHash('sha256').update(text).digest('hex');
    written.push({ file, bytes: Buffer.byteLength(text), sha256 });
  }
  return written;
}
