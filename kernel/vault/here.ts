import { Vaults } from './vaults.ts';

let here: Vaults | undefined;

/** The vaults of this browser. */
export function vaultsHere(): Vaults {
  here ??= new Vaults();
  return here;
}

/** Browsers give no Web Crypto on plain HTTP beyond localhost: nothing can be encrypted there. */
export const canKeepVaults = (): boolean => globalThis.crypto?.subtle !== undefined;
