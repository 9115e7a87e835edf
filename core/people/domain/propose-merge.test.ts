import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Comparable, proposeKept, proposeTake } from './propose-merge.ts';

const entry = (id: string, values: Comparable['values'], confirmed: Comparable['confirmed'] = {}) => ({
  id,
  values,
  confirmed,
});

describe('what a merge proposes', () => {
  it('takes what only the other entry knows', () => {
    const kept = entry('a', { name: '王红', phone: '' });
    const merged = entry('b', { name: '王红', phone: '199****0001' });
    expect(proposeTake(kept, merged)).toEqual(['phone']);
  });

  it('trusts what was confirmed at the door above a register, and the later visit above the earlier', () => {
    const kept = entry('a', { phone: '1', relation: '户主', note: '甲' }, { relation: 20, note: 10 });
    const merged = entry(
      'b',
      { phone: '2', relation: '妻', note: '乙' },
      { phone: 5, relation: 10, note: 20 },
    );
    expect(proposeTake(kept, merged)).toEqual(['phone', 'note']);
  });

  it('leaves the kept entry alone where nothing tells them apart', () => {
    const kept = entry('a', { name: '汪红', relation: '户主' });
    const merged = entry('b', { name: '王红', relation: '户主' });
    expect(proposeTake(kept, merged)).toEqual([]);
  });

  it('keeps the entry confirmed more often, then the fuller one, then the older', () => {
    const seen = entry('c', { name: '王红' }, { phone: 1 });
    const full = entry('b', { name: '王红', phone: '1', relation: '户主' });
    const bare = entry('a', { name: '王红' });
    expect(proposeKept(full, seen)[0]).toBe(seen);
    expect(proposeKept(bare, full)[0]).toBe(full);
    expect(proposeKept({ ...bare, id: 'z' }, bare)[0]).toBe(bare);
  });

  it('proposes the same whichever entry is named first', () => {
    const values = fc.record({ name: fc.constantFrom('王', '汪', ''), phone: fc.constantFrom('1', '') });
    const confirmed = fc.dictionary(fc.constantFrom('name', 'phone'), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(values, values, confirmed, confirmed, (a, b, ca, cb) => {
        const [one, two] = [entry('a', a, ca), entry('b', b, cb)];
        expect(proposeKept(one, two)).toEqual(proposeKept(two, one));
      }),
    );
  });
});
