import type { CommandModule } from '#kernel/command/module.ts';
import { WorkingSet } from '#kernel/command/working-set.ts';
import { type CodesCommand, type CodesEvent, kinds } from '../contract/commands.ts';
import { decideKeys, evolveKeys, type KeyRow, type KeyState } from '../domain/key-rules.ts';
import { drawPair } from './seeds.ts';
import { loadKeys, saveKeys } from './store.ts';

export const commands: CommandModule<KeyState, CodesCommand, CodesEvent> = {
  kinds,
  async load(tx, batch) {
    const drawn = new Map<string, ReturnType<typeof drawPair>>();
    for (const command of batch) {
      if (command.kind === 'codes.rotate-key') drawn.set(command.body.keyId, drawPair(tx));
    }
    return { keys: new WorkingSet<KeyRow>({}).load(await loadKeys(tx)), drawn };
  },
  decide: decideKeys,
  evolve: evolveKeys,
  save: (tx, state) => saveKeys(tx, state.keys.changed()),
};
