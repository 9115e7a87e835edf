import { deflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../problem/problem.ts';
import { DEFAULT_LIMITS } from './model.ts';
import { readSheet } from './read.ts';
import { writeSheet } from './write.ts';

function codeOf(bytes: Uint8Array, limits = DEFAULT_LIMITS): string {
  try {
    readSheet(bytes, limits);
    return 'read';
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
}

/** A zip of one part; `claimed` is what its directory says it unpacks to. */
function zip(content: Buffer, claimed = content.length, name = 'xl/workbook.xml'): Buffer {
  const packed = deflateRawSync(content);
  const fields = (buffer: Buffer, at: number) => {
    buffer.writeUInt16LE(8, at);
    buffer.writeUInt32LE(packed.length, at + 10);
    buffer.writeUInt32LE(claimed, at + 14);
    buffer.writeUInt16LE(name.length, at + 18);
    return buffer;
  };
  const local = fields(Buffer.alloc(30), 8);
  local.writeUInt32LE(0x04034b50, 0);
  const central = fields(Buffer.alloc(46), 10);
  central.writeUInt32LE(0x02014b50, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
}

const good = writeSheet({ sheets: [{ name: 'a', columns: [{ header: 'x' }], rows: [['1'], ['2'], ['3']] }] });

describe('files that are no sheets', () => {
  it.each([
    ['a PDF named .xlsx', Buffer.from('%PDF-1.7\n…')],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['a Word document', zip(Buffer.from('x'), 1, 'word/document.xml')],
    ['some other archive', zip(Buffer.from('x'), 1, 'photos/1.jpg')],
    ['a web page', Buffer.from('<!DOCTYPE html><html></html>')],
    ['binary', Buffer.from([1, 2, 3, 0, 0, 7])],
    ['nothing', Buffer.alloc(0)],
  ])('%s', (_name, bytes) => {
    expect(codeOf(bytes)).toBe('sheet.not-a-sheet');
  });

  it('says when a workbook is empty or locked', () => {
    expect(codeOf(Buffer.from('\n\n'))).toBe('sheet.empty');
    const locked = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(codeOf(locked)).toBe('sheet.locked');
  });
});

describe('files made to hurt', () => {
  it('refuses a zip bomb by its directory, and one whose directory lies by unpacking no further than it says', () => {
    const zeros = Buffer.alloc(40 * 1024 * 1024);
    expect(codeOf(zip(zeros))).toBe('sheet.packed-too-tightly');
    expect(codeOf(zip(zeros, 1000))).toBe('sheet.packed-too-tightly');
  });

  it('refuses what is too big or has too many cells', () => {
    expect(codeOf(good, { ...DEFAULT_LIMITS, fileBytes: 100 })).toBe('sheet.too-big');
    expect(codeOf(good, { ...DEFAULT_LIMITS, cells: 3 })).toBe('sheet.too-many-cells');
    expect(codeOf(Buffer.from('a,b\n1,2\n'), { ...DEFAULT_LIMITS, cells: 3 })).toBe('sheet.too-many-cells');
  });

  it('never answers a cut or altered workbook with anything but a problem or a workbook', () => {
    fc.assert(
      fc.property(
        fc.nat(good.length - 1),
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 8 }),
        (cut, changes) => {
          const bytes = Buffer.from(good.subarray(0, good.length - (cut % 3 === 0 ? cut : 0)));
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          expect(codeOf(bytes)).toMatch(/^read$|^sheet\./);
        },
      ),
      { numRuns: 300 },
    );
  });
});
