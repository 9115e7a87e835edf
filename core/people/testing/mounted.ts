import { mountedPlaces, placesDoor } from '#core/places/testing/mounted.ts';
import type { Module } from '#kernel/module.ts';
import type { SubjectSource } from '../contract/subject.ts';
import { dwellingOccupancy, peopleModule, peopleReader } from '../module.ts';
import type { MemberNames } from '../server/discrepancy-views.ts';

/** Places and people as the composition root mounts them, for this module's and others' tests. */
export const placesAndPeople = (subjects: readonly SubjectSource[] = []): readonly Module[] => [
  mountedPlaces(dwellingOccupancy),
  peopleModule(placesDoor, { members: testMembers, subjects }),
];

/** Members are whoever a test says they are. */
export const testMembers: MemberNames = {
  names: async (_tx, ids) => new Map(ids.map((id) => [id, `成员${id.slice(0, 4)}`])),
};

export { peopleReader };
export const { reader: placesReader } = placesDoor;
