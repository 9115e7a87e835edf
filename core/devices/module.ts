import type { CommandModule } from '#kernel/command/module.ts';
import type { Module } from '#kernel/module.ts';
import { devicesProblems } from './contract/problems.ts';
import { devicesRules } from './contract/rules.ts';
import { devicesSettings } from './contract/settings.ts';
import { devicesCommands, endKeysOfEnded } from './server/commands.ts';
import { enrolRoute } from './server/enrol.ts';
import { devicesPersonalData } from './server/personal-data.ts';
import { devicesRouter } from './server/queries.ts';
import './messages/settings.ts';

export const devicesMigrations = {
  name: 'devices',
  migrations: new URL('./migrations/', import.meta.url),
};

/** What apps/server mounts. Its tables refer to those of accounts. @param appVersion the version this server serves */
export const devicesModule = (appVersion: string): Module => ({
  ...devicesMigrations,
  commands: devicesCommands as unknown as CommandModule<never>,
  reactions: [endKeysOfEnded],
  rules: devicesRules,
  queries: devicesRouter(appVersion),
  routes: enrolRoute,
  personalData: devicesPersonalData,
  problems: devicesProblems,
  settings: Object.values(devicesSettings),
});

/** What the doors of sync ask of this module. */
export { holdOf } from './server/hold.ts';
export { readEntries } from './server/relay/read-entries.ts';
export { isEnrolled, keysById, loadRevoked } from './server/store.ts';
export { verifySignatures } from './server/verify-log.ts';
