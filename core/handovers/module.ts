import type { CommandModule } from '#kernel/command/module.ts';
import type { Module } from '#kernel/module.ts';
import { handoversProblems } from './contract/problems.ts';
import { handoversRules } from './contract/rules.ts';
import { handoversSettings } from './contract/settings.ts';
import { handoversCommands } from './server/commands.ts';
import type { HandoversDoors } from './server/doors.ts';
import { handoversPersonalData } from './server/personal-data.ts';
import { handoversRouter } from './server/queries.ts';
import { groupSource } from './server/sync.ts';
import { sealedHandovers } from './server/tables.ts';
import './messages/problems.ts';
import './messages/settings.ts';

export const handoversMigrations = {
  name: 'handovers',
  migrations: new URL('./migrations/', import.meta.url),
};

/** What apps/server mounts. */
export function handoversModule(doors: HandoversDoors): Module {
  return {
    ...handoversMigrations,
    commands: handoversCommands(doors) as unknown as CommandModule<never>,
    sync: [groupSource(doors)],
    rules: handoversRules,
    queries: handoversRouter(doors),
    problems: handoversProblems,
    personalData: handoversPersonalData,
    sealed: sealedHandovers,
    settings: Object.values(handoversSettings),
  };
}
