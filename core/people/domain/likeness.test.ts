import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Likable, likePairs, pairKey } from './likeness.ts';

const entry = (id: string, told: Partial<Likable> = {}): Likable => ({
  id,
  name: '王红',
  pinyin: 'wang hong',
  birthDate: null,
  sex: null,
  idBlind: null,
  phoneBlind: null,
  buildingId: id,
  ...told,
});

const whyOf = (...rows: Likable[]) => likePairs(rows, new Set()).map(({ why }) => why);

describe('entries that may be one person', () => {
  it('bear one number, whatever else they say', () => {
    expect(whyOf(entry('a', { idBlind: 'n' }), entry('b', { idBlind: 'n', name: '李明' }))).toEqual([
      ['number'],
    ]);
  });

  it('share a phone under names read alike, or of one birth; a family that shares it is none', () => {
    const phoneBlind = 'p';
    expect(whyOf(entry('a', { phoneBlind }), entry('b', { phoneBlind, name: '汪虹' }))).toEqual([['phone']]);
    const born = { phoneBlind, birthDate: '1950-01-01', sex: 'female' };
    expect(
      whyOf(entry('a', born), entry('b', { ...born, name: '王小红', pinyin: 'wang xiao hong' })),
    ).toEqual([['phone']]);
    const child = entry('b', { phoneBlind, name: '熊宝', pinyin: 'xiong bao' });
    expect(whyOf(entry('a', { phoneBlind }), child)).toEqual([]);
  });

  it('have one name in a building or one birthday, unless their numbers differ', () => {
    expect(whyOf(entry('a', { buildingId: 'x' }), entry('b', { buildingId: 'x' }))).toEqual([['name']]);
    const born = { birthDate: '1950-01-01' };
    expect(whyOf(entry('a', born), entry('b', born))).toEqual([['birth']]);
    const one = entry('a', { ...born, idBlind: 'n' });
    expect(whyOf(one, entry('b', { ...born, idBlind: 'm' }))).toEqual([]);
    expect(whyOf(one, entry('b', born))).toEqual([['birth']]);
  });

  it('stand with the surest reason first, and a crowd under one key is none', () => {
    const twins = [entry('c', { idBlind: 'n', name: '甲' }), entry('d', { idBlind: 'n', name: '乙' })];
    const alike = [entry('a', { buildingId: 'x' }), entry('b', { buildingId: 'x' })];
    expect(likePairs([...alike, ...twins], new Set()).map(({ ids }) => ids.join(''))).toEqual(['cd', 'ab']);
    const office = Array.from({ length: 30 }, (_, i) => entry(`o${i}`, { phoneBlind: 'office' }));
    expect(likePairs(office, new Set())).toEqual([]);
  });

  it('are no more once they were told apart, in whatever order they come', () => {
    const rows = [entry('a', { buildingId: 'x' }), entry('b', { buildingId: 'x' })];
    const told = new Set([pairKey('a', 'b')]);
    expect(likePairs(rows, told)).toEqual([]);
    expect(likePairs([...rows].reverse(), told)).toEqual([]);
  });

  it('come to the same pairs in whatever order the register is read', () => {
    const row = fc.record({
      name: fc.constantFrom('王红', '李明'),
      phoneBlind: fc.constantFrom('p', 'q', null),
      idBlind: fc.constantFrom('n', 'm', null),
      buildingId: fc.constantFrom('x', 'y'),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 10 }), (told) => {
        const rows = told.map((one, i) => entry(`id${i}`, one));
        expect(likePairs([...rows].reverse(), new Set())).toEqual(likePairs(rows, new Set()));
      }),
    );
  });
});
