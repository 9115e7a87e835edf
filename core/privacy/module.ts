import { hasPracticeCodes } from '#core/codes/contract.ts';
import type { CommandModule } from '#kernel/command/module.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Module } from '#kernel/module.ts';
import type { NoticeDoor } from './contract/papers.ts';
import { problems, rules } from './contract/rules.ts';
import { privacySettings } from './contract/settings.ts';
import './messages/settings.ts';
import { noticeParts } from './messages/notice-parts.ts';
import { privacyCommands } from './server/commands.ts';
import type { PrivacyDoors } from './server/doors.ts';
import { privacyKept } from './server/kept.ts';
import { privacyQueries } from './server/queries.ts';
import { sheetRoutes } from './server/sheet-routes.ts';
import { findPapers, hasNotice } from './server/store.ts';
import { mineSource } from './server/sync.ts';

export { type KeysDoor, keysDoor, SHARED_SECRETS } from './server/keys-door.ts';
export { housePersonalData } from './server/personal-data.ts';
export { rotateKeys } from './server/rotate-keys.ts';

export const privacyMigrations = {
  name: 'privacy',
  migrations: new URL('./migrations/', import.meta.url),
};

/** The notice in force, part by part; empty before it is confirmed. For the residents' page. */
export async function currentNotice(tx: AreaTx): Promise<ReturnType<typeof noticeParts>> {
  const [latest] = await findPapers(tx, 'notice');
  return latest ? noticeParts(latest.fields) : [];
}

/** Handed to whoever takes personal data in. A practice area holds nobody: it needs no notice. */
export const noticeDoor: NoticeDoor = {
  confirmed: async (tx) => hasPracticeCodes(tx.areaId) || hasNotice(tx),
};

/** What apps/server mounts. It reads the members of accounts: it is migrated after them. */
export function privacyModule(doors: PrivacyDoors): Module {
  return {
    ...privacyMigrations,
    commands: privacyCommands(doors) as unknown as CommandModule<never>,
    sync: [mineSource],
    rules,
    queries: privacyQueries(doors),
    routes: (app, host) => sheetRoutes(app, host, doors),
    problems,
    settings: Object.values(privacySettings),
    kept: privacyKept,
  };
}
