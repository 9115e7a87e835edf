import type { CommandModule } from '#kernel/command/module.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Module } from '#kernel/module.ts';
import { codesProblems, codesRules } from './contract.ts';
import { commands } from './server/commands.ts';
import { firstKey } from './server/first-key.ts';
import { queries } from './server/queries.ts';
import { sealedSeedTable } from './server/seeds.ts';
import { loadPublicKeys } from './server/store.ts';
import { sync } from './server/sync.ts';

export { signGrants } from './server/signer.ts';
/** Every signing key of the area, public halves, the youngest first. */
export const signingKeys = (tx: AreaTx) => loadPublicKeys(tx, 0);

export const codesModule: Module = {
  name: 'codes',
  migrations: new URL('./migrations/', import.meta.url),
  commands: commands as unknown as CommandModule<never>,
  reactions: [firstKey],
  sync: [sync],
  rules: codesRules,
  queries,
  problems: codesProblems,
  sealed: [sealedSeedTable],
};
