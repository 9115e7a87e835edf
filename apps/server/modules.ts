import { COMMAND_POST, LEADING_ANY } from '#core/accounts/contract.ts';
import { loadActors, memberNames } from '#core/accounts/module.ts';
import { closingModule, closingPersonalData } from '#core/closing/module.ts';
import { codesModule, signGrants, signingKeys } from '#core/codes/module.ts';
import { conductModule, passedFirst } from '#core/conduct/module.ts';
import { devicesModule } from '#core/devices/module.ts';
import { handoversModule } from '#core/handovers/module.ts';
import { dwellingOccupancy, peopleConsequences, peopleModule, peopleReader } from '#core/people/module.ts';
import { placesModule, placesReader, placesWriter } from '#core/places/module.ts';
import { practiceModule } from '#core/practice/module.ts';
import { housePersonalData, type KeysDoor, noticeDoor, privacyModule } from '#core/privacy/module.ts';
import { rosterModule } from '#core/roster/module.ts';
import type { PositiveSource } from '#core/zones/contract.ts';
import { zonesModule, zonesReader } from '#core/zones/module.ts';
import {
  gatesConsequences,
  gatesLooks,
  gatesModule,
  gatesSubject,
  passageLooks,
} from '#groups/gates/module.ts';
import { passesConsequences, passesModule, passesReader, passesSubject } from '#groups/passes/module.ts';
import {
  missedReader,
  testingCondition,
  testingConsequences,
  testingLooks,
  testingModule,
  testingPositives,
  testingSubject,
} from '#groups/testing/module.ts';
import { KERNEL_KEPT } from '#kernel/closing/kernel-tables.ts';
import { filesModule } from '#kernel/files/module.ts';
import type { Module } from '#kernel/module.ts';
import { oversightModule } from '#kernel/oversight/module.ts';
import { settingsModule } from '#kernel/settings/server/module.ts';
import { APP_VERSION } from './app-version.ts';

/** A module as it is mounted; its migrations are run before. */
export type Mounted = Omit<Module, 'migrations'>;

/** Who looks after the area as a whole: settings, refused commands, silent devices. */
const houseRules = {
  settings: { 'settings:view': LEADING_ANY, 'settings:set': COMMAND_POST },
  oversight: { 'oversight:view': LEADING_ANY },
} as const;

const doors = { people: peopleReader, places: placesReader, zones: zonesReader, members: memberNames };

/** Where positives come from that propose a change of zones. */
export const positiveSources: readonly PositiveSource[] = [testingPositives(doors)];

/**
 * Every module of the house. Taking one out here and removing its folder is all it takes.
 * @param keys the key files of this installation
 */
export function composeModules(accounts: Module, keys: KeysDoor): readonly Mounted[] {
  const places = placesModule(dwellingOccupancy);
  const passesDoors = { ...doors, sign: signGrants, keys: signingKeys };
  const people = peopleModule(
    { reader: placesReader, writer: placesWriter },
    {
      members: memberNames,
      subjects: [testingSubject(memberNames), gatesSubject(doors), passesSubject(doors)],
      notice: noticeDoor,
      lookLists: [testingLooks, gatesLooks(peopleReader), passageLooks(peopleReader)],
    },
  );
  const core: readonly Mounted[] = [
    places,
    people,
    accounts,
    rosterModule([passedFirst]),
    conductModule({ loadActors, members: memberNames }),
    handoversModule({ loadActors, members: memberNames }),
    zonesModule({
      consequences: [
        peopleConsequences,
        testingConsequences(doors),
        passesConsequences(doors),
        gatesConsequences(doors),
      ],
      positives: positiveSources,
      conditions: [testingCondition(doors)],
    }),
    codesModule,
    practiceModule,
    devicesModule(APP_VERSION),
  ];
  // Gates stand after testing: whom it missed is judged before phones at gates are told.
  const groups: readonly Mounted[] = [
    testingModule(doors),
    passesModule(passesDoors),
    gatesModule({ ...doors, missed: missedReader, passes: passesReader }),
  ];
  const declaring: readonly Mounted[] = [...core, ...groups, filesModule];
  const privacy = privacyModule({
    personalData: [
      ...declaring.flatMap((m) => m.personalData ?? []),
      closingPersonalData,
      ...housePersonalData,
    ],
    sealed: declaring.flatMap((m) => m.sealed ?? []),
    keys,
    members: memberNames,
  });
  const modules: readonly Mounted[] = [...declaring, privacy, closingModule(() => declaredBy(modules))];
  const definitions = modules.flatMap((m) => m.settings ?? []);
  return [
    ...modules,
    settingsModule(definitions, houseRules.settings),
    oversightModule(houseRules.oversight),
  ];
}

/** What of people is held, and what outlives a closing, by all modules and the kernel. */
export const declaredBy = (modules: readonly Mounted[]) => ({
  personalData: [...modules.flatMap((m) => m.personalData ?? []), ...housePersonalData],
  kept: [...KERNEL_KEPT, ...modules.flatMap((m) => m.kept ?? [])],
  keptFigures: modules.flatMap((m) => m.keptFigures ?? []),
});
