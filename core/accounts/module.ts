import './messages/settings.ts';

/** What apps/server mounts. */
export { GRANT_SOURCES, loadActors, systemActor } from './server/actors.ts';
export { destroyAccounts } from './server/auth/destroy-accounts.ts';
export { memberNames } from './server/names.ts';
export { type AccountsHouse, accountsMigrations, openAccountsHouse } from './server/open-accounts.ts';
export {
  offerNewPinFromShell,
  resetSecondFactorFromShell,
  type Secretary,
  secretariesOf,
} from './server/recover.ts';
