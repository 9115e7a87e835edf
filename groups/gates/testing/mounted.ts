import { codesModule } from '#core/codes/testing/mounted.ts';
import { passesReader } from '#groups/passes/module.ts';
import { passesDoors, passesModule } from '#groups/passes/testing/mounted.ts';
import { missedReader } from '#groups/testing/module.ts';
import { testingDoors, withTesting } from '#groups/testing/testing/mounted.ts';
import type { Module } from '#kernel/module.ts';
import { gatesModule } from '../module.ts';
import type { GatesDoors } from '../server/doors.ts';

export const gatesDoors: GatesDoors = { ...testingDoors, missed: missedReader, passes: passesReader };

/** Places, people, zones, testing, passes and gates as the composition root mounts them, for this module's and others' tests. */
export const withGates = (): readonly Module[] => [
  ...withTesting(),
  codesModule,
  passesModule(passesDoors),
  gatesModule(gatesDoors),
];
