import { peopleReader, placesAndPeople, placesReader } from '#core/people/testing/mounted.ts';
import { zonesModule, zonesReader } from '#core/zones/testing/mounted.ts';
import type { Module } from '#kernel/module.ts';
import { type TestingDoors, testingCondition, testingModule, testingPositives } from '../module.ts';

/** Members are whoever a test says they are, so they have no names here. */
export const testingDoors: TestingDoors = {
  people: peopleReader,
  places: placesReader,
  zones: zonesReader,
  members: { names: async (_tx, ids) => new Map(ids.map((id) => [id, `成员${id.slice(0, 4)}`])) },
};

/** Places, people and testing as the composition root mounts them, for this module's and others' tests. */
export const withTesting = (): readonly Module[] => [
  ...placesAndPeople(),
  zonesModule({
    consequences: [],
    positives: [testingPositives(testingDoors)],
    conditions: [testingCondition(testingDoors)],
  }),
  testingModule(testingDoors),
];
