import { setTimeout as sleep } from 'node:timers/promises';
import type { AreaTx } from '../../db/area-tx.ts';
import { isTransient } from '../../db/transient.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import type { Answer } from '../command.ts';
import { commandProblems } from '../problems.ts';
import { ActorCache, type LoadActors } from './actor-cache.ts';
import type { BatchResult } from './batch-result.ts';
import type { Parsed } from './parse.ts';
import { type BatchTools, runBatch } from './run-batch.ts';
import { Turnstile } from './turnstile.ts';

/** Opens a transaction of one area for writing. */
export type OpenArea = <T>(areaId: string, work: (tx: AreaTx) => Promise<T>) => Promise<T>;

export interface WriterTools extends Omit<BatchTools, 'actors'> {
  /** Members' grants, read in the batch's transaction. */
  readonly loadActors: LoadActors;
  /** The first parts of the events that may change grants, e.g. `accounts.`. */
  readonly grantSources: readonly string[];
}

export interface WriterEvents {
  /** After a commit: rows up to this version can be pulled. */
  committed(areaId: string, version: number): void;
  /** A batch threw; its culprit is found by replaying one by one. No personal data is passed on. */
  threw(error: unknown): void;
}

interface Job {
  readonly batch: readonly Parsed[];
  resolve(answers: readonly Answer[]): void;
  reject(error: unknown): void;
}

/** A transaction carries at most so many commands, so that a gate's single command never waits long behind bulk. */
export const MAX_MERGED = 1_000;

/**
 * When so many senders were answered together, the next transaction waits a moment for them to come back: its fixed
 * cost is then shared by all instead of by those who happened to wait (measured with 32 phones sending one by one).
 * A single sender never waits.
 */
const CROWD = 4;
const GATHER_MS = 6;

/**
 * So many areas write at a time. Twenty transactions beside each other on two cores wait for one another anyway, and
 * each holds its locks for longer: with ten at a time 5,300 commands/s over twenty areas, with four 7,300.
 */
export const WRITING = 4;

/**
 * The serial machine of each area: batches that wait for the same area are merged into one transaction (group
 * commit); areas run beside each other. Other processes are kept in order by the area's row lock.
 */
export class AreaWriter {
  private readonly waiting = new Map<string, Job[]>();
  private readonly actors: ActorCache;
  private readonly turnstile = new Turnstile(WRITING);

  constructor(
    private readonly open: OpenArea,
    private readonly tools: WriterTools,
    private readonly events: WriterEvents,
  ) {
    this.actors = new ActorCache(tools.loadActors, tools.grantSources);
  }

  /**
   * Resolves when the batch is committed and durable. Rejects only when nothing of it was kept: the database is
   * away or shutting down, or the area is unknown; the sender keeps its commands and sends them again.
   */
  submit(areaId: string, batch: readonly Parsed[]): Promise<readonly Answer[]> {
    return new Promise((resolve, reject) => {
      const job = { batch, resolve, reject };
      const queue = this.waiting.get(areaId);
      if (queue) queue.push(job);
      else {
        this.waiting.set(areaId, [job]);
        // Failures reach their jobs; nothing is left to reject here.
        void this.drain(areaId);
      }
    });
  }

  private async drain(areaId: string): Promise<void> {
    const queue = this.waiting.get(areaId);
    while (queue && queue.length > 0) {
      // What comes in while the area waits for its turn joins the batch.
      const together = await this.turnstile.pass(async () => {
        const jobs = takeMerged(queue);
        await this.commit(areaId, jobs);
        return jobs.length;
      });
      if (together >= CROWD) await sleep(GATHER_MS);
    }
    this.waiting.delete(areaId);
  }

  private async commit(areaId: string, jobs: readonly Job[]): Promise<void> {
    try {
      const all = jobs.flatMap((job) => job.batch);
      const { answers, version } = await this.transact(areaId, all);
      this.events.committed(areaId, version);
      let start = 0;
      for (const job of jobs) {
        job.resolve(answers.slice(start, start + job.batch.length));
        start += job.batch.length;
      }
    } catch (error) {
      await this.recover(areaId, jobs, error);
    }
  }

  private async transact(areaId: string, batch: readonly Parsed[]): Promise<BatchResult> {
    const tools = { ...this.tools, actors: this.actors };
    try {
      const result = await tools.stages.time('transaction', () =>
        this.open(areaId, (tx) => runBatch(tx, tools, batch)),
      );
      this.actors.committed(areaId, result);
      return result;
    } catch (error) {
      this.actors.forget(areaId);
      throw error;
    }
  }

  /** The batch was rolled back whole: replay it one by one, so that the culprit alone fails. */
  private async recover(areaId: string, jobs: readonly Job[], error: unknown): Promise<void> {
    this.events.threw(error);
    for (const job of jobs) {
      if (isTransient(error)) job.reject(error);
      else await this.replay(areaId, job);
    }
  }

  private async replay(areaId: string, job: Job): Promise<void> {
    const answers: Answer[] = [];
    try {
      for (const parsed of job.batch) answers.push(...(await this.replayOne(areaId, parsed)));
      job.resolve(answers);
    } catch (error) {
      job.reject(error);
    }
  }

  private async replayOne(areaId: string, parsed: Parsed): Promise<readonly Answer[]> {
    try {
      const result = await this.transact(areaId, [parsed]);
      this.events.committed(areaId, result.version);
      return result.answers;
    } catch (error) {
      this.events.threw(error);
      if (isTransient(error)) throw error;
      return this.keepFailed(areaId, parsed);
    }
  }

  /** Logs the culprit as refused with its body sealed, so that it is kept and can be looked at. */
  private async keepFailed(areaId: string, parsed: Parsed): Promise<readonly Answer[]> {
    const refused: Problem = problem(commandProblems.failed);
    const result = await this.transact(areaId, [{ ...parsed, asks: { refused } }]);
    this.events.committed(areaId, result.version);
    return result.answers;
  }
}

/** Whole jobs from the front of the queue, up to `MAX_MERGED` commands; at least one job. */
function takeMerged(queue: Job[]): Job[] {
  let commands = 0;
  let count = 0;
  for (const job of queue) {
    commands += job.batch.length;
    if (count > 0 && commands > MAX_MERGED) break;
    count += 1;
  }
  return queue.splice(0, count);
}
