import type { CommandModule } from '#kernel/command/module.ts';
import type { Module } from '#kernel/module.ts';
import { problems, rules } from './contract/rules.ts';
import { privacyCommands } from './server/commands.ts';
import type { PrivacyDoors } from './server/doors.ts';
import { privacyQueries } from './server/queries.ts';
import { sheetRoutes } from './server/sheet-routes.ts';

export { type KeysDoor, keysDoor, SHARED_SECRETS } from './server/keys-door.ts';
export { housePersonalData } from './server/personal-data.ts';
export { rotateKeys } from './server/rotate-keys.ts';

export const privacyMigrations = {
  name: 'privacy',
  migrations: new URL('./migrations/', import.meta.url),
};

/** What apps/server mounts. It reads the members of accounts: it is migrated after them. */
export function privacyModule(doors: PrivacyDoors): Module {
  return {
    ...privacyMigrations,
    commands: privacyCommands(doors) as unknown as CommandModule<never>,
    rules,
    queries: privacyQueries(doors),
    routes: (app, host) => sheetRoutes(app, host, doors),
    problems,
  };
}
