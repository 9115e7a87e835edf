import { peopleReader, placesAndPeople, placesReader } from '#core/people/testing/mounted.ts';
import type { Module } from '#kernel/module.ts';
import { testingModule } from '../module.ts';

/** Places, people and testing as the composition root mounts them, for this module's and others' tests. */
export const withTesting = (): readonly Module[] => [
  ...placesAndPeople(),
  testingModule({ people: peopleReader, places: placesReader }),
];
