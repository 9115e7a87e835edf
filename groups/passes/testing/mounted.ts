import { codesModule, signGrants, signingKeys } from '#core/codes/testing/mounted.ts';
import { peopleReader, placesAndPeople, testMembers } from '#core/people/testing/mounted.ts';
import { zonesModule, zonesReader } from '#core/zones/testing/mounted.ts';
import type { Module } from '#kernel/module.ts';
import { type PassesDoors, passesConsequences, passesModule } from '../module.ts';

export { passesModule } from '../module.ts';

/** Members are whoever a test says they are. */
export const passesDoors: PassesDoors = {
  people: peopleReader,
  zones: zonesReader,
  members: testMembers,
  sign: signGrants,
  keys: signingKeys,
};

/** Places, people, zones, codes and passes as the composition root mounts them, for this module's and others' tests. */
export const withPasses = (): readonly Module[] => [
  ...placesAndPeople(),
  zonesModule({ consequences: [passesConsequences(passesDoors)], positives: [], conditions: [] }),
  codesModule,
  passesModule(passesDoors),
];
