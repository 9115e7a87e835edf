import { describe, expect, it } from 'vitest';
import type { SupplyEntry } from '../../contract/supply-rows.ts';
import { idSource, MORNING } from '../../testing/area.ts';
import { bookOf, latest, readForm, suppliesAt } from './form.ts';

const newId = idSource(7);
const entry = (change: Partial<SupplyEntry> = {}): SupplyEntry => ({
  id: newId(),
  roundId: 'round',
  laneId: 'lane',
  kind: 'swab',
  name: '',
  deed: 'received',
  quantity: 100,
  note: '',
  at: MORNING,
  by: 'anna',
  voidedAt: null,
  version: 1,
  ...change,
});
const ids = () => newId();

describe('the lane’s form', () => {
  it('offers the fixed kinds and the names this lane has heard of', () => {
    const own = entry({ kind: 'other', name: '压舌板' });
    const voided = entry({ kind: 'other', name: '错的', voidedAt: MORNING });
    const offered = suppliesAt([own, own, voided]);
    expect(offered[0]).toEqual({ kind: 'swab', name: '' });
    expect(offered.filter(({ kind }) => kind === 'other')).toEqual([{ kind: 'other', name: '压舌板' }]);
  });

  it('reads what was filled in; nothing left is said with 0', () => {
    const supplies = suppliesAt([]);
    const read = readForm(
      supplies,
      new Map([
        ['swab/', ' 120 '],
        ['tube/', '０'],
        ['mask/', ''],
      ]),
      ids,
    );
    expect(read).toMatchObject({
      is: 'items',
      items: [
        { kind: 'swab', quantity: 120 },
        { kind: 'tube', quantity: 0 },
      ],
    });
  });

  it('says when nothing was filled in, or something that is no number of pieces', () => {
    const supplies = suppliesAt([]);
    expect(readForm(supplies, new Map([['swab/', '  ']]), ids)).toEqual({ is: 'nothing' });
    for (const text of ['一百', '-5', '2.5', '1e3', '100001']) {
      const wrong = readForm(supplies, new Map([['tube/', text]]), ids);
      expect(wrong, text).toEqual({ is: 'wrong', supply: { kind: 'tube', name: '' } });
    }
  });

  it('shows what the book says of one supply alone', () => {
    const entries = [
      entry({ deed: 'issued', quantity: 200 }),
      entry(),
      entry({ kind: 'tube', quantity: 9 }),
      entry({ deed: 'counted', quantity: 30, at: MORNING + 1 }),
    ];
    expect(bookOf({ kind: 'swab', name: '' }, entries)).toMatchObject({
      issued: 200,
      received: 100,
      left: 30,
    });
  });

  it('lists the lane’s own lines, latest first, without what was taken back', () => {
    const first = entry();
    const second = entry({ at: MORNING + 5 });
    const entries = [first, entry({ voidedAt: MORNING }), second, entry({ deed: 'issued', at: MORNING + 9 })];
    expect(latest(entries, 6)).toEqual([second, first]);
    expect(latest(entries, 1)).toEqual([second]);
  });
});
