import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZONE_STATUSES } from '../contract/rows.ts';
import { declared } from '../testing/declared.ts';
import type { BuildingPath } from './group-places.ts';
import { placesIn } from './places-in.ts';
import { statusAt } from './status-at.ts';

const building3: BuildingPath = { id: 'b3', compoundId: 'c', entranceIds: ['e1', 'e2'] };
const building5: BuildingPath = { id: 'b5', compoundId: 'c', entranceIds: [] };
const both = [building3, building5];

describe('places in a status', () => {
  it('are whole buildings where nothing inside was declared otherwise', () => {
    const found = placesIn([declared('c', 'control')], both, ['control'], 5);
    expect(found).toEqual({ buildingIds: ['b3', 'b5'], entranceIds: [], looseBuildingIds: [] });
    expect(placesIn([declared('c', 'control')], both, ['lockdown'], 5).buildingIds).toEqual([]);
  });

  it('are single entrances, and the rest of the building, where one was', () => {
    const rows = [declared('b3', 'control'), declared('e2', 'lockdown')];
    const control = { buildingIds: [], entranceIds: ['e1'], looseBuildingIds: ['b3'] };
    expect(placesIn(rows, both, ['control'], 5)).toEqual(control);
    const lockdown = { buildingIds: [], entranceIds: ['e2'], looseBuildingIds: [] };
    expect(placesIn(rows, both, ['lockdown'], 5)).toEqual(lockdown);
    expect(placesIn(rows, both, ['lockdown', 'control'], 5).buildingIds).toEqual(['b3']);
    expect(placesIn(rows, both, ['normal'], 5).buildingIds).toEqual(['b5']);
  });

  it('follow the time', () => {
    const rows = [declared('b5', 'lockdown', { from: 10, until: 20 })];
    const at = (time: number) => placesIn(rows, both, ['lockdown'], time).buildingIds;
    expect([at(9), at(10), at(20)]).toEqual([[], ['b5'], []]);
  });

  it('hold each place once, and exactly those whose status is wanted', () => {
    const places = ['c', 'b3', 'b5', 'e1', 'e2'];
    const row = fc
      .tuple(fc.constantFrom(...places), fc.constantFrom(...ZONE_STATUSES), fc.nat(9), fc.uuid())
      .map(([place, status, from, id]) => declared(place, status, { from, id }));
    fc.assert(
      fc.property(fc.array(row), fc.subarray([...ZONE_STATUSES]), fc.nat(9), (rows, wanted, at) => {
        const found = placesIn(rows, both, wanted, at);
        for (const { id, compoundId, entranceIds } of both) {
          const whole = found.buildingIds.includes(id);
          const loose = found.looseBuildingIds.includes(id);
          expect(whole && loose).toBe(false);
          const own = statusAt(rows, [id, compoundId], at).status;
          expect(whole || loose).toBe(wanted.includes(own));
          for (const entranceId of entranceIds) {
            const single = found.entranceIds.includes(entranceId);
            expect(whole && single).toBe(false);
            const status = statusAt(rows, [entranceId, id, compoundId], at).status;
            expect(whole || single).toBe(wanted.includes(status));
          }
        }
      }),
    );
  });
});
