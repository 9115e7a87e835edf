import type { GroupId } from '#core/accounts/contract.ts';
import { leading } from '#core/accounts/contract.ts';
import { type Actor, can } from '#kernel/access/access.ts';
import type { CommandModule } from '#kernel/command/module.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { announceFiles, dropFiles } from '#kernel/files/server/announce.ts';
import { findFiles } from '#kernel/files/server/store.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { isUuid } from '#kernel/time-id/uuid.ts';
import { type ConductCommand, kinds } from '../contract/commands.ts';
import type { ConductEvent } from '../contract/events.ts';
import { actions } from '../contract/rules.ts';
import { decide } from '../domain/decide.ts';
import { evolve } from '../domain/evolve.ts';
import { type ConductState, createConductState } from '../domain/state.ts';
import type { ConductDoors } from './doors.ts';
import {
  findAcknowledgements,
  findAttempts,
  findCodes,
  saveAcknowledgements,
  saveAttempts,
  saveCodes,
  toCode,
} from './store.ts';
import type { CodeRecord } from './tables.ts';

type Loaded = ConductState & { readonly records: ReadonlyMap<string, CodeRecord> };

export const conductCommands = (
  doors: ConductDoors,
): CommandModule<Loaded, ConductCommand, ConductEvent> => ({
  kinds,
  load: (tx, commands) => load(tx, doors, commands),
  decide,
  evolve,
  save,
});

async function load(tx: AreaTx, doors: ConductDoors, commands: readonly ConductCommand[]): Promise<Loaded> {
  const actorIds = [...new Set(commands.map(({ actorId }) => actorId))];
  const records = await findCodes(tx);
  const actors = await doors.loadActors(tx, actorIds);
  const fileIds = records.flatMap(({ video }) => (video ? [video.file.fileId] : []));
  const files = commands.some(({ kind }) => kind === 'conduct.publish-code') ? fileIds : [];
  const received = (await findFiles(tx, files)).filter(({ receivedAt }) => receivedAt !== null);
  const state = createConductState({
    leads: (memberId, group, at) => leadsAt(actors.get(memberId), group, at),
    received: new Set(received.map(({ id }) => id)),
    answers: new Map(),
    published: new Map(),
    withdrawn: new Map(),
    videos: [],
  });
  const learners = actorIds.filter(isUuid);
  state.codes.load(records.map(toCode));
  state.attempts.load(await findAttempts(tx, learners));
  state.acknowledgements.load(await findAcknowledgements(tx, learners));
  state.settings = await loadSettings(tx);
  return { ...state, records: new Map(records.map((record) => [record.id, record])) };
}

function leadsAt(actor: Actor | undefined, group: GroupId, at: number): boolean {
  return actor !== undefined && can({ lead: leading(group) }, actor, 'lead', at);
}

async function save(tx: AreaTx, state: Loaded): Promise<void> {
  const { codes, attempts, acknowledgements, desk, records } = state;
  await saveCodes(
    tx,
    codes.changed().map(({ keys: _keys, note: changeNote, ...code }): CodeRecord => {
      const before = records.get(code.id);
      return {
        ...code,
        changeNote,
        answers: desk?.answers.get(code.id) ?? before?.answers ?? {},
        publishedBy: desk?.published.get(code.id) ?? before?.publishedBy ?? null,
        withdrawReason: desk?.withdrawn.get(code.id) ?? before?.withdrawReason ?? null,
      };
    }),
  );
  await saveAttempts(tx, attempts.changed());
  await saveAcknowledgements(tx, acknowledgements.changed());
  await announceFiles(tx, actions.learn, desk?.videos ?? [], true);
  await dropFiles(tx, videosGone(state));
}

/** Videos that were some version's and are no draft's and no version's in force any more. */
function videosGone({ codes, records }: Loaded): readonly string[] {
  const needed = new Set(
    [...codes.all()]
      .filter(({ replacedAt, withdrawnAt }) => replacedAt === null && withdrawnAt === null)
      .flatMap(({ video }) => video?.file.fileId ?? []),
  );
  const before = [...records.values()].flatMap(({ video }) => video?.file.fileId ?? []);
  return before.filter((fileId) => !needed.has(fileId));
}
