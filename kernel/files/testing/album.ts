import * as z from 'zod/mini';
import type { Command, Decision, DomainEvent } from '../../command/command.ts';
import type { CommandModule, Stamp } from '../../command/module.ts';
import type { WorldModule } from '../../command/testing/world.ts';
import type { FileRef } from '../contract.ts';
import { fileRef } from '../schema.ts';
import { announceFiles } from '../server/announce.ts';

const body = z.strictObject({ photo: fileRef });
type Kept = DomainEvent<'album.kept', { readonly photo: FileRef }>;
interface State {
  readonly kept: { readonly file: FileRef; readonly stamp: Stamp }[];
}

const commands: CommandModule<State, Command<'album.keep', { readonly photo: FileRef }>, Kept> = {
  kinds: { 'album.keep': { nature: 'fact', action: 'album:keep', v: 1, body } },
  load: async () => ({ kept: [] }),
  decide: (_state, command): Decision<Kept> => ({
    events: [{ type: 'album.kept', data: { photo: command.body.photo } }],
  }),
  evolve: (state, { data }, stamp) => void state.kept.push({ file: data.photo, stamp }),
  save: (tx, { kept }) => announceFiles(tx, 'album:look', kept),
};

/** A toy module whose one fact speaks of a photo: whoever has duty may keep one, a leader may look. */
export const albumModule: WorldModule = {
  name: 'album',
  migrations: new URL('./migrations/', import.meta.url),
  rules: { 'album:keep': ['duty:album'], 'album:look': ['role:leader'] },
  commands: commands as unknown as CommandModule<never>,
};
