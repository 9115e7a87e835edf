import { describe, expect, it } from 'vitest';
import { isUuid, uuidv7 } from '#kernel/time-id/uuid.ts';
import { areaTag, boxCode, codeOfRow } from './plain.ts';
import { hasPracticeCodes, practiceAreaId, realAreaId } from './practice-tag.ts';
import { readCode } from './read.ts';
import { nextTubeCodes } from './tube-series.ts';

const NOW = Date.UTC(2022, 3, 17);
const fresh = () => uuidv7(NOW);
const real = realAreaId(fresh());
const practice = practiceAreaId(fresh(), real);
const resident = fresh();

const problemIn = (areaId: string, text: string) => {
  const read = readCode(text, { areaId, labs: [] });
  return 'code' in read ? read.code : read.kind;
};

describe('ids of areas', () => {
  it('a real area never gets the tag of practice, whatever was drawn', () => {
    const drawn = Array.from({ length: 2_000 }, fresh);
    expect(drawn.some(hasPracticeCodes)).toBe(true);
    for (const id of drawn) {
      expect(isUuid(realAreaId(id))).toBe(true);
      expect(hasPracticeCodes(realAreaId(id))).toBe(false);
      if (!hasPracticeCodes(id)) expect(realAreaId(id)).toBe(id);
    }
  });

  it('all practice areas of one real area have one tag: cards printed for practice outlive a reset', () => {
    const next = practiceAreaId(fresh(), real);
    expect(next).not.toBe(practice);
    expect(isUuid(next)).toBe(true);
    expect(areaTag(next)).toBe(areaTag(practice));
    expect(codeOfRow('person', next, resident)).toBe(codeOfRow('person', practice, resident));
  });

  it('keeps the rest of the drawn id', () => {
    const id = fresh();
    expect(practiceAreaId(id, real).slice(0, -3)).toBe(id.slice(0, -3));
  });
});

describe('a practice code', () => {
  const tube = (areaId: string): string => {
    const codes = nextTubeCodes({ kind: 'own', areaId, day: '2022-04-17', lane: '0' }, 1, 1);
    if (!('0' in codes)) throw new Error('the series is refused');
    return codes[0];
  };
  const codes = (areaId: string) => [
    codeOfRow('person', areaId, resident),
    codeOfRow('household', areaId, resident),
    codeOfRow('building', areaId, resident),
    boxCode(areaId, 7),
    tube(areaId),
  ];

  it('is good in practice', () => {
    expect(codes(practice).map((code) => problemIn(practice, code))).toEqual([
      'person',
      'household',
      'building',
      'box',
      'tube',
    ]);
  });

  it('is called a practice code by every real area, and a real code is called real in practice', () => {
    const other = realAreaId(fresh());
    for (const code of codes(practice)) {
      expect(problemIn(real, code)).toBe('codes.practice-code');
      expect(problemIn(other, code)).toBe('codes.practice-code');
    }
    for (const code of codes(real)) expect(problemIn(practice, code)).toBe('codes.real-code');
  });
});
