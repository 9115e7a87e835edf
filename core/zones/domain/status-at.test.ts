import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLACE_KINDS, type Status, ZONE_STATUSES } from '../contract/rows.ts';
import { statusAt } from './status-at.ts';

const PATH = ['entrance', 'building', 'compound'];
let n = 0;
const status = (change: Partial<Status>): Status => ({
  id: String(n++).padStart(4, '0'),
  placeKind: 'compound',
  placeId: 'compound',
  status: 'control',
  from: 0,
  until: null,
  reason: '密接',
  source: '街道通知',
  ...change,
});

describe('what holds at a place', () => {
  it('is normal where nothing was declared', () => {
    expect(statusAt([], PATH, 5)).toEqual({ status: 'normal', declared: null });
    const elsewhere = status({ placeId: 'other', status: 'lockdown' });
    expect(statusAt([elsewhere], PATH, 5).status).toBe('normal');
  });

  it('comes from the nearest place that declares something', () => {
    const rows = [
      status({ status: 'control' }),
      status({ placeId: 'building', placeKind: 'building', status: 'lockdown', from: 3, until: 8 }),
      status({ placeId: 'entrance', placeKind: 'entrance', status: 'precaution', from: 5, until: 6 }),
    ];
    expect([2, 3, 5, 6, 8].map((at) => statusAt(rows, PATH, at).status)).toEqual([
      'control',
      'lockdown',
      'precaution',
      'lockdown',
      'control',
    ]);
    expect(statusAt(rows, ['other-building', 'compound'], 5).status).toBe('control');
  });

  it('is the later declaration at one place, and the earlier one again when that has ended', () => {
    const rows = [status({ status: 'lockdown' }), status({ status: 'control', from: 7, until: 10 })];
    expect([6, 7, 10].map((at) => statusAt(rows, PATH, at).status)).toEqual([
      'lockdown',
      'control',
      'lockdown',
    ]);
  });

  it('does not depend on the order of the rows, and comes only from rows in force', () => {
    const row = fc.record({
      id: fc.uuid(),
      placeKind: fc.constantFrom(...PLACE_KINDS),
      placeId: fc.constantFrom(...PATH, 'other'),
      status: fc.constantFrom(...ZONE_STATUSES),
      from: fc.integer({ min: 0, max: 10 }),
      until: fc.option(fc.integer({ min: 0, max: 10 })),
      reason: fc.constant('r'),
      source: fc.constant('s'),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(row, { selector: (r) => r.id }),
        fc.integer({ min: 0, max: 10 }),
        (rows, at) => {
          const found = statusAt(rows, PATH, at);
          expect(statusAt([...rows].reverse(), PATH, at)).toEqual(found);
          const inForce = rows.filter(
            (r) => PATH.includes(r.placeId) && r.from <= at && (r.until === null || at < r.until),
          );
          if (found.declared === null) expect(inForce).toEqual([]);
          else expect(inForce).toContainEqual(found.declared);
        },
      ),
    );
  });
});
