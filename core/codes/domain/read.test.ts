import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededBytes, seededRandom } from '#kernel/time-id/random.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { RowKind } from './kinds.ts';
import { areaTag, boxCode, codeOfRow, formatCode, serialHex, serialOf } from './plain.ts';
import { realAreaId } from './practice-tag.ts';
import { isProblem, readCode, readExpected } from './read.ts';
import { nextTubeCodes } from './tube-series.ts';

const bytes = seededBytes(seededRandom(7));
const id = () => uuidv7(1_650_000_000_000, bytes);
const areaId = realAreaId(id());
const lab = { name: '市疾控', pattern: '#'.repeat(17) };
const context = { areaId, labs: [lab] };
const plainContext = { areaId, labs: [] };
const rowKinds: RowKind[] = ['person', 'household', 'building', 'place'];

const codeIn = (text: string, where = context) => {
  const read = readCode(text, where);
  return isProblem(read) ? read.code : read.kind;
};
const fullWidth = (text: string) =>
  [...text].map((c) => (c === ' ' ? '　' : String.fromCharCode(c.charCodeAt(0) + 0xfee0))).join('');

describe('a printed code comes back as it went out', () => {
  test.each(rowKinds)('%s, with the serial of its row', (kind) => {
    for (let i = 0; i < 200; i++) {
      const row = id();
      const text = codeOfRow(kind, areaId, row);
      expect(readCode(text, context)).toEqual({ kind, text, serial: serialOf(row) });
      expect(row.replaceAll('-', '').endsWith(serialHex(serialOf(row)))).toBe(true);
    }
  });

  test('through a keyboard wedge, lower case, full-width forms, spaces and dashes, in any mixture', () => {
    const ways: ((text: string) => string)[] = [
      (t) => t.toLowerCase(),
      fullWidth,
      (t) => `${t}\r\n`,
      (t) => `\t${t} `,
      (t) => `]Q3${t}`,
      (t) => `]C1${t}\r`,
      (t) => t.replaceAll(' ', '-'),
      (t) => t.replaceAll(' ', '—'),
      (t) => t.replaceAll(' ', ''),
      (t) => t.replaceAll('0', 'o').replaceAll('1', 'l'),
      (t) => `\u200b${t}\u200e`,
    ];
    fc.assert(
      fc.property(fc.subarray(ways), fc.constantFrom(...rowKinds), (chosen, kind) => {
        const text = codeOfRow(kind, areaId, id());
        const typed = chosen.reduce((t, way) => way(t), formatCode(text));
        // The identifier of a symbology comes first or not at all.
        fc.pre(!/.\]/.test(typed.trim()));
        expect(readCode(typed, context)).toMatchObject({ kind, text });
      }),
    );
  });

  test('boxes carry their number', () => {
    expect(readCode(boxCode(areaId, 12), context)).toMatchObject({ kind: 'box', number: 12 });
    expect(() => boxCode(areaId, 0)).toThrow(RangeError);
  });

  test('tubes are shown in groups and read with them', () => {
    const codes = nextTubeCodes({ kind: 'own', areaId, day: '2022-04-17', lane: '0' }, 32, 1);
    if (isProblem(codes)) throw new Error(codes.code);
    const [code = ''] = codes;
    expect(formatCode(code)).toMatch(/^T..2-0417-0-0032-.$/);
    expect(readCode(formatCode(code), context)).toEqual({ kind: 'tube', text: code, lab: null });
  });
});

describe('what is wrong is named', () => {
  const person = codeOfRow('person', areaId, id());

  test('one wrong symbol or a swap, exhaustively on one code', () => {
    for (let at = 1; at < person.length; at++) {
      for (const wrong of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (wrong === person.charAt(at)) continue;
        expect(codeIn(person.slice(0, at) + wrong + person.slice(at + 1))).toBe('codes.check-symbol');
      }
      const [a, b] = [person.charAt(at), person.charAt(at + 1)];
      if (a === b || b === '') continue;
      expect(codeIn(person.slice(0, at) + b + a + person.slice(at + 2))).toBe('codes.check-symbol');
    }
  });

  test('another kind letter by mistake is never another kind of code', () => {
    for (const letter of 'HBXD') expect(codeIn(letter + person.slice(1))).toBe('codes.check-symbol');
  });

  test('a code of another area', () => {
    let other = realAreaId(id());
    while (areaTag(other) === areaTag(areaId)) other = realAreaId(id());
    expect(readCode(codeOfRow('household', other, id()), context)).toMatchObject({
      code: 'codes.foreign-area',
      details: { kind: 'household' },
    });
  });

  test('missing symbols', () => {
    expect(readCode(person.slice(0, 11), context)).toMatchObject({
      code: 'codes.incomplete',
      details: { kind: 'person', length: 11, expected: 12 },
    });
  });

  test('a box where a tube is expected', () => {
    expect(readExpected(boxCode(areaId, 3), context, ['tube'])).toMatchObject({
      code: 'codes.wrong-kind',
      details: { found: 'codes.kind.box', expected: 'codes.kind.tube' },
    });
    expect(readExpected(boxCode(areaId, 3), context, ['box', 'tube'])).toMatchObject({ kind: 'box' });
  });

  test.each([
    '12-402',
    '3号楼402',
    '402',
    '15甲-101',
    'A座1204',
    '王秀英',
    'wxy',
    'pengxiaoming',
    'dingxiaohong',
    'tangxiaomingmi',
    '13812345678',
    '沪A12345',
    '',
    '   ',
    '\r\n',
    '-',
    'https://example.org/a',
  ])('typed by hand, no code: %j', (text) => {
    expect(codeIn(text)).toBe('codes.not-a-code');
    expect(codeIn(text, plainContext)).toBe('codes.not-a-code');
  });

  test('anything at all gets an answer, and never one with the text in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 5 }), (text) => {
        const read = readCode(text, context);
        if (isProblem(read)) expect(Object.values(read.details)).not.toContain(text);
      }),
    );
  });
});

describe('numbers of others', () => {
  test("a laboratory's series is kept as it is", () => {
    expect(readCode('31092022041800001\r', context)).toEqual({
      kind: 'tube',
      text: '31092022041800001',
      lab: '市疾控',
    });
    expect(codeIn('3109 2022 0418 00001')).toBe('tube');
  });

  test('a number of no known series is told', () => {
    expect(readCode('31092022041800001', plainContext)).toMatchObject({
      code: 'codes.unknown-series',
      details: { length: 17 },
    });
  });

  // Generated: region 310199 is not assigned.
  const card = '31019919520307002X';

  test('an identity card by a card reader', () => {
    const good = '0123456789X'.split('').map((c) => card.slice(0, 17) + c);
    const read = good.filter((number) => codeIn(number) === 'id-card');
    expect(read).toHaveLength(1);
    expect(codeIn((read[0] ?? '').toLowerCase())).toBe('id-card');
    for (const number of good) {
      if (number !== read[0]) expect(codeIn(number)).toBe('codes.id-check-digit');
    }
  });

  test('an 18-symbol series with fixed region and day is told from identity cards', () => {
    const labs = [{ name: '区疾控', pattern: '31011520220418####' }];
    expect(codeIn('310115202204180017', { areaId, labs })).toBe('tube');
  });
});
