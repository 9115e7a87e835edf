import type { CommandModule, Reaction } from '../module.ts';
import { toyCommands, toyRules } from './toy.ts';
import type { WorldModule } from './world.ts';

export const toyModule = (reactions: readonly Reaction[] = []): WorldModule => ({
  name: 'toy',
  migrations: new URL('./migrations/', import.meta.url),
  commands: toyCommands as unknown as CommandModule<never>,
  rules: toyRules,
  reactions,
});
