import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { commandProblems } from '#kernel/command/problems.ts';
import { listClosedAreas } from '#kernel/command/server/area.ts';
import { noSuchFile } from '#kernel/no-such-file.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { ClosingCommandKind, Order } from '../contract/commands.ts';
import type { Certificate, Ordered, Progress } from '../contract/http.ts';
import { problems } from '../contract/rules.ts';
import { certificateOf, writeCertificate } from './certificate.ts';
import { destroyArea, isPastReturn } from './destroy-area.ts';
import { hashOf, type Journal, newToken, opens, readJournal, readJournals, writeJournal } from './journal.ts';
import type { ClosingParts } from './parts.ts';
import { rewriteTables } from './rewrite-tables.ts';

/** Ends emergencies. One process at a time does; every step is safe to repeat. */
export interface Closer {
  /** Waits out the time in which it can be stopped, then destroys. Throws what the command is refused with. */
  order(areaId: string, order: Order, orderedBy: string): Promise<Ordered>;
  /** Throws `closing.not-to-be-stopped`. */
  stop(areaId: string, stoppedBy: string): Promise<void>;
  /** Throws `closing.unknown`. */
  look(closingId: string, token: string): Promise<{ progress: Progress; certificate: Certificate | null }>;
  /** What an earlier process left: before the point of no return it is stopped, behind it gone on with. */
  resume(): Promise<void>;
  /** Throws `command.area-closed` (410) for the id of an area whose emergency is closed. */
  refuseClosed(areaId: unknown): Promise<void>;
  /** Whether this process waits or works; what failed, or rests for a fresh database, is neither. */
  isBusy(): boolean;
  /** Resolves when nothing is under way in this process; what rests for a fresh database is not. */
  settled(): Promise<void>;
}

const GRACE_MS = 30_000;
/** What another process closed is felt after this time. */
const TTL_MS = 3_000;

export function openCloser(parts: ClosingParts): Closer {
  const { host, help } = parts;
  const { dataFolder, clock } = host;
  const timers = new Map<string, NodeJS.Timeout>();
  const working = new Set<Promise<void>>();
  let closed: { readonly until: number; readonly ids: Promise<ReadonlySet<string>> } | null = null;

  const work = (closingId: string): void => {
    timers.delete(closingId);
    const run: Promise<void> = goOn(closingId)
      .catch(parts.onThrow)
      .finally(() => working.delete(run));
    working.add(run);
  };

  const goOn = async (closingId: string): Promise<void> => {
    let journal = await readJournal(dataFolder, closingId);
    if (journal?.stage === 'waiting') {
      journal = await destroyArea(parts, journal).catch(async (error: unknown) => {
        const failed = await readJournal(dataFolder, closingId);
        if (failed && isPastReturn(failed, dataFolder)) throw error;
        if (failed) await giveUp(failed, 'system', 'failed');
        throw error;
      });
      closed = null;
    }
    if (journal) await finish(parts, journal);
  };

  const giveUp = async (
    journal: Journal,
    stoppedBy: string,
    because: NonNullable<Progress['because']>,
  ): Promise<void> => {
    const { closingId, areaId } = journal;
    await submit(parts, areaId, 'closing.stop', { closingId, stoppedBy, because });
    await writeJournal(dataFolder, { ...journal, stage: 'stopped', because, found: null });
  };

  return {
    async order(areaId, order, orderedBy) {
      const begunAt = clock.now();
      const closingId = uuidv7(begunAt);
      await submit(parts, areaId, 'closing.begin', { ...order, closingId, orderedBy });
      const token = newToken();
      const graceMs = help?.graceMs ?? GRACE_MS;
      const destroyAt = begunAt + graceMs;
      await writeJournal(dataFolder, {
        ...order,
        closingId,
        areaId,
        orderedBy,
        begunAt,
        destroyAt,
        tokenHash: hashOf(token),
        stage: 'waiting',
        because: null,
        found: null,
        database: null,
        backups: null,
        finishedAt: null,
      });
      timers.set(
        closingId,
        setTimeout(() => work(closingId), graceMs),
      );
      return { closingId, token, destroyAt };
    },

    async stop(areaId, stoppedBy) {
      const all = await readJournals(dataFolder);
      const journal = all.find((one) => one.areaId === areaId && one.stage === 'waiting');
      const timer = journal && timers.get(journal.closingId);
      // Without its timer it has begun, or belongs to another process.
      if (!journal || timer === undefined) throw new ProblemError(problems['not-to-be-stopped']);
      clearTimeout(timer);
      timers.delete(journal.closingId);
      await giveUp(journal, stoppedBy, 'asked');
    },

    async look(closingId, token) {
      const journal = await readJournal(dataFolder, closingId);
      if (!journal || !opens(journal, token)) throw new ProblemError(problems.unknown);
      const { stage, areaName, destroyAt, because } = journal;
      const certificate = stage === 'done' ? certificateOf(parts, journal) : null;
      return { progress: { stage, areaName, destroyAt, because }, certificate };
    },

    async resume() {
      for (const journal of await readJournals(dataFolder)) {
        const { stage, closingId } = journal;
        if (stage === 'done' || stage === 'stopped' || timers.has(closingId)) continue;
        if (stage === 'waiting' || (stage === 'destroying' && !isPastReturn(journal, dataFolder))) {
          await giveUp(journal, 'system', 'interrupted');
          continue;
        }
        work(closingId);
      }
    },

    async refuseClosed(areaId) {
      if (typeof areaId !== 'string') return;
      const now = clock.now();
      if (!closed || closed.until <= now) {
        const ids = listClosedAreas(parts.owner).then((areas) => new Set(areas.map((area) => area.areaId)));
        closed = { until: now + TTL_MS, ids };
        ids.catch(() => {
          closed = null;
        });
      }
      if ((await closed.ids).has(areaId)) throw new ProblemError(commandProblems['area-closed']);
    },

    isBusy: () => timers.size + working.size > 0,

    async settled() {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
      await Promise.all(working);
    },
  };
}

/** From the rows on. Each step is written down when it is done, and done again when it was cut off. */
async function finish(parts: ClosingParts, from: Journal): Promise<void> {
  const { host, help } = parts;
  const { dataFolder } = host;
  let journal = from;
  const note = async (change: Partial<Journal>) => {
    journal = await writeJournal(dataFolder, { ...journal, ...change });
  };
  if (journal.stage === 'destroying') journal = await destroyArea(parts, journal);
  if (journal.stage === 'rows') {
    await destroyFiles(parts, journal.areaId);
    await note({ stage: 'database' });
  }
  if (journal.stage === 'database' && !journal.database) {
    if (!help) return;
    if (help.freshen) return help.freshen();
    await note({ database: await rewriteTables(parts.owner) });
  }
  if (journal.stage === 'database') await note({ stage: 'backups' });
  if (journal.stage === 'backups') {
    if (!help) return;
    const backups = (await help.backups?.renew()) ?? { destroyed: [], made: null, elsewhere: null };
    await note({ backups, finishedAt: host.clock.now() });
    const certificate = certificateOf(parts, journal);
    await keepCertificate(parts, certificate);
    await writeCertificate(dataFolder, certificate);
    await note({ stage: 'done' });
  }
}

/** The embedded database was made anew: whoever opens the house next goes on from there. */
export async function noteFresh(
  dataFolder: string,
  sum: { readonly tables: number; readonly rows: number },
): Promise<void> {
  for (const journal of await readJournals(dataFolder)) {
    if (journal.stage !== 'database') continue;
    await writeJournal(dataFolder, { ...journal, stage: 'backups', database: { how: 'fresh', ...sum } });
  }
}

async function destroyFiles(parts: ClosingParts, areaId: string): Promise<void> {
  await parts.files.dropArea(areaId);
  for (const practice of await parts.practice.of(areaId)) await parts.practice.drop(practice.areaId);
  // What a restore had put aside.
  const folder = join(parts.host.dataFolder, 'keys');
  for (const name of (await readdir(folder).catch(noSuchFile)) ?? []) {
    if (name.startsWith(areaId)) await rm(join(folder, name));
  }
}

/** So that it stands in every backup, too. */
async function keepCertificate({ owner }: ClosingParts, certificate: Certificate): Promise<void> {
  const { areaId, closingId } = certificate;
  await owner.transaction().execute(async (trx) => {
    await sql`select set_config('app.area_id', ${areaId}, true)`.execute(trx);
    await sql`update closing.closing set certificate = ${JSON.stringify(certificate)}::jsonb
      where area_id = ${areaId} and id = ${closingId}`.execute(trx);
  });
}

async function submit(
  { host, system }: ClosingParts,
  areaId: string,
  kind: ClosingCommandKind,
  body: object,
): Promise<void> {
  const by = system(areaId);
  const now = host.clock.now();
  const command = { id: uuidv7(now), kind, v: 1, claimedAt: now, actorId: by.actor.id, body };
  const [answer] = await host.submit(areaId, [command], by);
  if (answer?.first === 'done') return;
  const code = answer?.problems[0]?.code;
  const known = Object.values(problems).find((one) => one.code === code);
  throw known ? new ProblemError(known) : new Error(`${kind}: ${code ?? 'no answer'}`);
}
