import type { AccessRules } from '../../access/access.ts';
import type { Module } from '../../module.ts';
import type { Command } from '../command.ts';
import type { CommandKind, CommandModule, Reaction } from '../module.ts';

/** The state of a module is its own business; the pipeline only carries it from `load` to `save`. */
export type AnyCommandModule = CommandModule<unknown, Command>;

/** What the mounted modules offer to the write path, looked up by kind and by event. */
export interface CommandRegistry {
  readonly rules: AccessRules;
  kind(name: string): { readonly kind: CommandKind; readonly module: AnyCommandModule } | undefined;
  reactionsTo(event: string): readonly Reaction[];
}

/** Throws when two modules claim the same command kind or action: a mistake of composition, found at start. */
export function buildRegistry(modules: readonly Omit<Module, 'migrations'>[]): CommandRegistry {
  const kinds = new Map<string, { kind: CommandKind; module: AnyCommandModule }>();
  const reactions = new Map<string, Reaction[]>();
  const rules: Record<string, readonly string[]> = {};
  for (const mounted of modules) {
    // A module's own command and state types are erased here, at the one seam that carries all of them.
    const module = mounted.commands as unknown as AnyCommandModule | undefined;
    for (const [name, kind] of Object.entries(module?.kinds ?? {})) {
      if (!module) continue;
      if (kinds.has(name)) throw new Error(`the command kind ${name} is mounted twice`);
      kinds.set(name, { kind, module });
    }
    for (const reaction of mounted.reactions ?? []) {
      reactions.set(reaction.event, [...(reactions.get(reaction.event) ?? []), reaction]);
    }
    for (const [action, grants] of Object.entries(mounted.rules)) {
      if (rules[action]) throw new Error(`the action ${action} is declared twice`);
      rules[action] = grants;
    }
  }
  for (const [name, { kind }] of kinds) {
    if (!rules[kind.action])
      throw new Error(`${name} asks for the action ${kind.action}, which no module declares`);
  }
  return { rules, kind: (name) => kinds.get(name), reactionsTo: (event) => reactions.get(event) ?? [] };
}
