import * as z from 'zod/mini';
import { type Command, type Decision, type DomainEvent, refuse } from '../../command/command.ts';
import type { CommandModule } from '../../command/module.ts';
import { problem } from '../../problem/problem.ts';
import { filesProblems } from '../contract.ts';
import { type FileRow, findFiles, saveFiles } from './store.ts';

const received = z.strictObject({
  fileId: z.uuid(),
  /** The file's key as sealed under the area's, base64. */
  keySealed: z.string().check(z.minLength(1), z.maxLength(400)),
});
type Received = z.infer<typeof received>;

interface State {
  readonly files: Map<string, FileRow>;
  readonly changed: Set<string>;
}
type Receive = Command<'files.receive', Received>;
type WasReceived = DomainEvent<'files.was-received', Received>;

/** Nobody but the server itself says that a file's bytes are here. */
export const receiveAction = 'files:receive';

export const filesCommands: CommandModule<State, Receive, WasReceived> = {
  kinds: { 'files.receive': { nature: 'wish', action: receiveAction, v: 1, body: received } },
  async load(tx, commands) {
    const rows = await findFiles(
      tx,
      commands.map(({ body }) => body.fileId),
    );
    return { files: new Map(rows.map((row) => [row.id, row])), changed: new Set() };
  },
  decide(state, { body }): Decision<WasReceived> {
    const file = state.files.get(body.fileId);
    if (!file) return refuse(problem(filesProblems['not-expected']));
    return { events: file.receivedAt === null ? [{ type: 'files.was-received', data: body }] : [] };
  },
  evolve(state, { data }, { version, receivedAt }) {
    const file = state.files.get(data.fileId);
    if (!file) return;
    const keySealed = Buffer.from(data.keySealed, 'base64');
    state.files.set(file.id, { ...file, version, receivedAt, keySealed });
    state.changed.add(file.id);
  },
  save: (tx, { files, changed }) =>
    saveFiles(
      tx,
      [...files.values()].filter(({ id }) => changed.has(id)),
    ),
};
