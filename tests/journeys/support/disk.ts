import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { noSuchFile } from '#kernel/no-such-file.ts';

/**
 * A text as it may lie in a file: UTF-8, UTF-16 of either end, and as an address writes it. Two characters are only
 * four bytes in UTF-16: in a hundred megabytes chance writes them too.
 */
function formsOf(text: string): readonly Buffer[] {
  const little = Buffer.from(text, 'utf16le');
  const wide = text.length > 2 ? [little, Buffer.from(little).swap16()] : [];
  const forms = [Buffer.from(text, 'utf8'), ...wide];
  const inAddress = encodeURIComponent(text);
  return inAddress === text ? forms : [...forms, Buffer.from(inAddress)];
}

export interface Find {
  readonly text: string;
  readonly file: string;
}

/** Reads every file below a folder, byte by byte, for texts that must not lie there. */
export async function searchDisk(folder: string, texts: readonly string[]): Promise<readonly Find[]> {
  const needles = texts.map((text) => ({ text, forms: formsOf(text) }));
  const finds: Find[] = [];
  for await (const { file, bytes } of filesBelow(folder)) {
    for (const { text, forms } of needles) {
      if (forms.some((form) => bytes.includes(form))) finds.push({ text, file });
    }
  }
  return finds;
}

/** How many of some pieces of a file's bytes lie below a folder; a database may cut a file anywhere. */
export async function piecesOnDisk(folder: string, whole: Buffer): Promise<{ found: number; of: number }> {
  const at = Array.from({ length: 40 }, (_, i) => Math.floor((whole.length - 32) * (i / 40)));
  const pieces = new Set(at.map((from) => whole.subarray(from, from + 32)));
  for await (const { bytes } of filesBelow(folder)) {
    for (const piece of pieces) if (bytes.includes(piece)) pieces.delete(piece);
  }
  return { found: at.length - pieces.size, of: at.length };
}

async function* filesBelow(folder: string): AsyncGenerator<{ file: string; bytes: Buffer }> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    // A running database removes and renames files meanwhile: what is gone holds nothing.
    const bytes = await readFile(file).catch(noSuchFile);
    if (bytes) yield { file, bytes };
  }
}
