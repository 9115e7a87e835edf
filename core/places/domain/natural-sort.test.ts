import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinSortKeys, naturalSortKey } from './natural-sort.ts';

const sorted = (labels: readonly string[]) =>
  [...labels].sort((a, b) => (naturalSortKey(a) < naturalSortKey(b) ? -1 : 1));

describe('the order of places', () => {
  it.each([
    [['2号', '10号', '100号']],
    [['13号', '13号甲', '13号乙', '14号']],
    [['A座', 'B座', 'C座']],
    [['一单元', '二单元', '十单元', '十一单元', '二十单元']],
    [['101', '402', '1201']],
    [['底楼东', '底楼南', '底楼西', '底楼北']],
    [['１号', '2号', '３号']],
  ])('%j stands as people expect', (labels) => {
    expect(sorted([...labels].reverse())).toEqual(labels);
  });

  it('says the same of 13甲号 and 13号甲', () => {
    expect(naturalSortKey('13甲号')).toBe(naturalSortKey('13号甲'));
  });

  it('orders any two numbers as numbers, whatever word follows them', () => {
    const word = fc.constantFrom('', '号', '栋', '幢', '号楼', '室');
    fc.assert(
      fc.property(fc.nat(99999), fc.nat(99999), word, word, (a, b, wordA, wordB) => {
        fc.pre(a !== b);
        expect(naturalSortKey(`${a}${wordA}`) < naturalSortKey(`${b}${wordB}`)).toBe(a < b);
      }),
    );
  });

  it('keeps a building together: no room of 13甲 stands between rooms of 13', () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.nat(9999), (roomA, roomB) => {
        const plain = joinSortKeys(naturalSortKey('13号'), naturalSortKey(String(roomA)));
        const stem = joinSortKeys(naturalSortKey('13号甲'), naturalSortKey(String(roomB)));
        expect(plain < stem).toBe(true);
      }),
    );
  });
});
