import * as XLSX from '@e965/xlsx';

/**
 * An .xlsx with one more row at the top of every sheet that says what it is. Cells keep their texts, numbers and
 * formats; row ids stand where they stood, one line lower.
 */
export function markSheet(bytes: Uint8Array, words: string): Buffer {
  const book = XLSX.read(bytes, { type: 'array', dense: true, cellNF: true });
  for (const sheet of Object.values(book.Sheets)) {
    const lines = sheet['!data'] ?? [];
    const { e: end } = XLSX.utils.decode_range(sheet['!ref'] ?? 'A1');
    sheet['!data'] = [[{ t: 's', v: words, z: '@' }], ...lines];
    sheet['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: end.r + 1, c: end.c } });
    delete sheet['!merges'];
  }
  const marked: Buffer = XLSX.write(book, {
    type: 'buffer',
    bookType: 'xlsx',
    bookSST: true,
    compression: true,
  });
  return marked;
}
