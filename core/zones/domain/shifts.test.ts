import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZONE_STATUSES } from '../contract/rows.ts';
import { declared } from '../testing/declared.ts';
import type { BuildingPath } from './group-places.ts';
import { shiftsBetween } from './shifts.ts';
import { statusAt } from './status-at.ts';

const building3: BuildingPath = { id: 'b3', compoundId: 'c', entranceIds: ['e1', 'e2'] };
const building5: BuildingPath = { id: 'b5', compoundId: 'c', entranceIds: [] };
const both = [building3, building5];

describe('what shifts', () => {
  it('is nothing where the same holds before and after', () => {
    const before = [declared('c', 'control')];
    expect(shiftsBetween(before, [...before, declared('b3', 'control')], both, 5)).toEqual([]);
  });

  it('is said by what holds in each place: a building that has its own stays out of its compound’s', () => {
    const before = [declared('b5', 'lockdown')];
    const found = shiftsBetween(before, [...before, declared('c', 'control')], both, 5);
    const places = { buildingIds: ['b3'], entranceIds: [], looseBuildingIds: [] };
    expect(found).toEqual([{ before: 'normal', after: 'control', places }]);
  });

  it('stands apart by where it comes from', () => {
    const before = [declared('e2', 'precaution')];
    const after = [declared('b3', 'lockdown'), declared('e2', 'lockdown')];
    const found = shiftsBetween(before, after, both, 5);
    expect(found).toEqual([
      {
        before: 'normal',
        after: 'lockdown',
        places: { buildingIds: [], entranceIds: ['e1'], looseBuildingIds: ['b3'] },
      },
      {
        before: 'precaution',
        after: 'lockdown',
        places: { buildingIds: [], entranceIds: ['e2'], looseBuildingIds: [] },
      },
    ]);
  });

  it('names exactly the places whose status differs, and taken back names the same the other way', () => {
    const row = fc
      .tuple(
        fc.constantFrom('c', 'b3', 'b5', 'e1', 'e2'),
        fc.constantFrom(...ZONE_STATUSES),
        fc.nat(9),
        fc.uuid(),
      )
      .map(([place, status, from, id]) => declared(place, status, { from, id }));
    fc.assert(
      fc.property(fc.array(row), fc.array(row), fc.nat(9), (before, after, at) => {
        const there = shiftsBetween(before, after, both, at);
        for (const path of [
          ['e1', 'b3', 'c'],
          ['e2', 'b3', 'c'],
          ['b5', 'c'],
        ]) {
          const [place = '', building = ''] = path;
          const named = there.filter(
            ({ places }) =>
              places.entranceIds.includes(place) ||
              places.buildingIds.includes(place.startsWith('e') ? building : place),
          );
          const from = statusAt(before, path, at).status;
          const to = statusAt(after, path, at).status;
          expect(named.map((s) => [s.before, s.after])).toEqual(from === to ? [] : [[from, to]]);
        }
        const back = shiftsBetween(after, before, both, at);
        const turned = back.map(({ before: a, after: b, places }) => ({ before: b, after: a, places }));
        expect(new Set(turned.map((s) => JSON.stringify(s)))).toEqual(
          new Set(there.map((s) => JSON.stringify(s))),
        );
      }),
    );
  });
});
