import { commandProblems } from '#kernel/command/problems.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { Order } from '../contract/commands.ts';
import { type Certificate, GRACE_SECONDS, type Ordered, type Progress } from '../contract/http.ts';
import { problems } from '../contract/rules.ts';
import { certificateOf } from './certificate.ts';
import { destroyArea, isPastReturn } from './destroy-area.ts';
import { finish } from './finish.ts';
import { hashOf, type Journal, newToken, opens, readJournal, readJournals, writeJournal } from './journal.ts';
import type { ClosingParts } from './parts.ts';
import { submit } from './submit.ts';

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

/** What another process closed is felt after this time. */
const TTL_MS = 3_000;

export function openCloser(parts: ClosingParts): Closer {
  const { host, help } = parts;
  const { dataFolder, clock } = host;
  const timers = new Map<string, NodeJS.Timeout>();
  const working = new Set<Promise<void>>();
  const retries = new Map<string, NodeJS.Timeout>();
  let closed: { readonly until: number; readonly ids: Promise<ReadonlySet<string>> } | null = null;

  const work = (closingId: string): void => {
    timers.delete(closingId);
    clearTimeout(retries.get(closingId));
    retries.delete(closingId);
    const run: Promise<void> = goOn(closingId)
      .catch(async (error: unknown) => {
        parts.onThrow(error);
        await tryLater(closingId);
      })
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

  /** What is not stopped any more goes on by itself, as far as this process can help. */
  const tryLater = async (closingId: string): Promise<void> => {
    const journal = await readJournal(dataFolder, closingId);
    if (help?.retryMs === undefined || !journal || journal.stage === 'stopped' || journal.stage === 'done')
      return;
    if (!isPastReturn(journal, dataFolder)) return;
    const timer = setTimeout(() => work(closingId), help.retryMs);
    retries.set(closingId, timer.unref());
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
      const graceMs = help?.graceMs ?? GRACE_SECONDS * 1000;
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
      return { progress: { stage, areaName, destroyAt, because, now: clock.now() }, certificate };
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
        const ids = parts.closedAreas().then((areas) => new Set(areas.map((area) => area.areaId)));
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
      for (const timer of retries.values()) clearTimeout(timer);
      retries.clear();
    },
  };
}
