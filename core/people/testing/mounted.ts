import { mountedPlaces, placesDoor } from '#core/places/testing/mounted.ts';
import type { Module } from '#kernel/module.ts';
import { dwellingOccupancy, peopleModule, peopleReader } from '../module.ts';

/** Places and people as the composition root mounts them, for this module's and others' tests. */
export const placesAndPeople = (): readonly Module[] => [
  mountedPlaces(dwellingOccupancy),
  peopleModule(placesDoor),
];

export { peopleReader };
export const { reader: placesReader } = placesDoor;
