import { codesModule } from '#core/codes/module.ts';
import type { Module } from '#kernel/module.ts';

/** A module as it is mounted; its migrations are run before. */
export type Mounted = Omit<Module, 'migrations'>;

/** Every module of the house. Taking one out here and removing its folder is all it takes. */
export function composeModules(accounts: Module): readonly Mounted[] {
  return [accounts, codesModule];
}
