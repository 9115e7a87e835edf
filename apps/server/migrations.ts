import { accountsMigrations } from '#core/accounts/module.ts';
import { closingMigrations } from '#core/closing/module.ts';
import { codesModule } from '#core/codes/module.ts';
import { conductMigrations } from '#core/conduct/module.ts';
import { devicesMigrations } from '#core/devices/module.ts';
import { handoversMigrations } from '#core/handovers/module.ts';
import { practiceModule } from '#core/practice/module.ts';
import { privacyMigrations } from '#core/privacy/module.ts';
import { rosterMigrations } from '#core/roster/module.ts';
import { zonesMigrations } from '#core/zones/module.ts';
import type { ModuleMigrations } from '#kernel/db/migration-files.ts';

/** In the order they are run: a module stands after those whose tables it refers to. */
export const migrations: readonly ModuleMigrations[] = [
  { name: 'places', migrations: new URL('../../core/places/migrations/', import.meta.url) },
  { name: 'people', migrations: new URL('../../core/people/migrations/', import.meta.url) },
  accountsMigrations,
  rosterMigrations,
  conductMigrations,
  handoversMigrations,
  zonesMigrations,
  codesModule,
  practiceModule,
  privacyMigrations,
  closingMigrations,
  devicesMigrations,
  { name: 'testing', migrations: new URL('../../groups/testing/migrations/', import.meta.url) },
  { name: 'passes', migrations: new URL('../../groups/passes/migrations/', import.meta.url) },
  { name: 'gates', migrations: new URL('../../groups/gates/migrations/', import.meta.url) },
];
