import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packAll } from './columns.ts';
import { readLines, writeLines } from './lines.ts';
import { CAME_AS, type PackedResponse, type PulledRow } from './protocol.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

const row = fc.record({
  id: fc.uuid(),
  label: fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('1号\n"楼"')),
});
const delta = fc.record({
  rows: fc.uniqueArray(row, { maxLength: 40, selector: ({ id }) => id }),
  gone: fc.array(fc.uuid(), { maxLength: 3 }),
});
const term = fc.record({
  term: fc.constantFrom('round/1', '区'),
  snapshot: fc.boolean(),
  version: fc.nat(),
  more: fc.boolean(),
  collections: fc
    .dictionary(fc.constantFrom('person', 'sample', '表'), delta)
    .map((of) => ({ ...packAll(of as Record<string, { rows: PulledRow[]; gone: string[] }>) })),
});
const response = fc.record({
  protocol: fc.constant(1),
  now: fc.nat(),
  version: fc.nat(),
  terms: fc.array(term, { maxLength: 3 }),
  drop: fc.array(fc.string(), { maxLength: 2 }),
  holdUntil: fc.constantFrom(null, 7),
});

/** Without what it came as. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('an answer in lines', () => {
  it('is read as it was written, is one JSON list and ASCII, and keeps the bytes of long collections', () => {
    fc.assert(
      fc.property(response, (answer: PackedResponse) => {
        const text = writeLines(answer);
        expect(JSON.parse(text)).toBeInstanceOf(Array);
        expect(/^[\n -~\x7f]*$/.test(text)).toBe(true);
        const read = readLines(utf8(text));
        expect(plain(read)).toEqual(plain(answer));
        for (const { collections } of read.terms) {
          for (const taken of Object.values(collections)) {
            if (!('packed' in taken)) continue;
            expect(JSON.parse(new TextDecoder().decode(taken[CAME_AS]))).toEqual(plain(taken));
          }
        }
      }),
    );
  });

  it('is read as a whole where the server does not know of lines', () => {
    const answer = { protocol: 1, now: 1, version: 1, terms: [], drop: ['区'] };
    expect(readLines(utf8(JSON.stringify(answer)))).toEqual(answer);
  });

  it('is refused where it was cut off, wherever that was', () => {
    const rows = Array.from({ length: 20 }, (_, n) => ({ id: `r${n}` }));
    const term = { term: 't', snapshot: true, version: 1, more: false };
    const collections = packAll({ a: { rows, gone: [] }, b: { rows, gone: [] } });
    const text = utf8(
      writeLines({ protocol: 1, now: 1, version: 1, terms: [{ ...term, collections }], drop: [] }),
    );
    for (let end = 0; end < text.length - 2; end++) {
      expect(() => readLines(text.subarray(0, end))).toThrow(SyntaxError);
    }
  });
});
