import { describe, expect, it } from 'vitest';
import { formatCode, nextTubeCodes } from '#core/codes/contract.ts';
import type { TubeResult } from '../../contract/result-queries.ts';
import type { ResultLine } from '../../domain/results/read-lines.ts';
import { canonicalTube, fateOf } from './compare.ts';

const line = (change: Partial<ResultLine> = {}): ResultLine => ({
  row: 2,
  tubeCode: 'A1',
  word: '阴性',
  outcome: 'negative',
  note: '',
  reportedAt: null,
  ...change,
});
const tube = (change: Partial<TubeResult> = {}): TubeResult => ({
  tubeCode: 'A1',
  laneId: null,
  people: 10,
  outcome: null,
  note: '',
  reportedAt: null,
  unmatched: false,
  earlier: [],
  ...change,
});
const known = (change?: Partial<TubeResult>) => new Map([['A1', tube(change)]]);

describe('what a line comes to', () => {
  it('new, the same, a correction, unmatched, or asked', () => {
    expect(fateOf(line(), known())).toBe('new');
    expect(fateOf(line(), known({ outcome: 'negative' }))).toBe('same');
    expect(fateOf(line(), known({ outcome: 'positive' }))).toBe('corrects');
    expect(fateOf(line({ note: '复核' }), known({ outcome: 'negative' }))).toBe('corrects');
    expect(fateOf(line(), new Map())).toBe('unmatched');
    expect(fateOf(line({ outcome: null }), known())).toBe('asked');
  });
});

describe('a code as a laboratory writes it', () => {
  const areaId = '0190c3f0-0000-7000-8000-0000000a1b2c';

  it('our own label, with its groups, is the code we store', () => {
    const made = nextTubeCodes({ kind: 'own', areaId, day: '2022-04-17', lane: '1' }, 7, 1);
    const [code = ''] = Array.isArray(made) ? made : [];
    expect(canonicalTube({ areaId, labs: [] })(formatCode(code).toLowerCase())).toBe(code);
  });

  it('the laboratory’s own number, and what nobody knows, stay as written', () => {
    const labs = [{ name: '市疾控', pattern: '#'.repeat(17) }];
    expect(canonicalTube({ areaId, labs })(' 31092022041800001 ')).toBe('31092022041800001');
    expect(canonicalTube({ areaId, labs: [] })(' x-9 ')).toBe('X-9');
  });
});
