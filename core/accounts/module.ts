/** What apps/server mounts. */
export { loadActors, systemActor } from './server/actors.ts';
export type { SetUpAreas } from './server/http/context.ts';
export { memberNames } from './server/names.ts';
export {
  type AccountsHouse,
  type AccountsOptions,
  accountsMigrations,
  openAccountsHouse,
} from './server/open-accounts.ts';
