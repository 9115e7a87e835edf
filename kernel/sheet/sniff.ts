import { ProblemError } from '../problem/problem.ts';
import type { SheetFormat } from './model.ts';
import { sheetProblems } from './problems.ts';

const starts = (bytes: Uint8Array, ...signature: number[]) => signature.every((b, i) => bytes[i] === b);

const contains = (bytes: Uint8Array, text: string) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text);

/** Bytes that stand in no text in UTF-8 or GB18030. UTF-16 is told by its mark. */
function isText(bytes: Uint8Array): boolean {
  if (starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff)) return true;
  const head = bytes.subarray(0, 65_536);
  return !head.some((b) => b < 0x09 || (b > 0x0d && b < 0x20 && b !== 0x1b));
}

/**
 * What the file is, by its content: people rename files, and mail programs do.
 * Throws `sheet.not-a-sheet` saying what it looks like, or `sheet.locked`.
 */
export function sniff(bytes: Uint8Array): SheetFormat {
  const not = (looksLike: string): never => {
    throw new ProblemError(sheetProblems['not-a-sheet'], { looksLike });
  };
  if (bytes.length === 0) return not('empty');
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return not('pdf');
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47) || starts(bytes, 0xff, 0xd8, 0xff)) return not('image');
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    if (contains(bytes, 'xl/')) return 'xlsx';
    return not(contains(bytes, 'word/') ? 'word' : 'archive');
  }
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    if (hasStream(bytes, 'EncryptedPackage')) {
      throw new ProblemError(sheetProblems.locked);
    }
    if (hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book')) return 'xls';
    return not('word');
  }
  // BIFF2–BIFF5 streams without a container, as old accounting programs still write.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) && !isText(bytes)) return 'xls';
  if (!isText(bytes)) return not('binary');
  if (
    /^\s*(<!doctype html|<html|<table|<\?xml)/i.test(Buffer.from(bytes.subarray(0, 512)).toString('latin1'))
  ) {
    return not('html');
  }
  return 'csv';
}

/** Names in a compound file's directory are UTF-16. */
const hasStream = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
