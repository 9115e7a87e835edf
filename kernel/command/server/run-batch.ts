import { type Actor, can } from '../../access/access.ts';
import type { AreaTx } from '../../db/area-tx.ts';
import { inSavepoint } from '../../db/transaction.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { breath } from '../../together/turns.ts';
import {
  type Answer,
  type Command,
  type Decision,
  type DomainEvent,
  isRefused,
  type Settlement,
} from '../command.ts';
import type { Stamp, StampedEvent } from '../module.ts';
import { commandProblems } from '../problems.ts';
import type { ActorCache } from './actor-cache.ts';
import type { BatchResult } from './batch-result.ts';
import { derivedUuid } from './derived-uuid.ts';
import {
  type DiscrepancyRow,
  discrepancyRows,
  raiseDiscrepancies,
  settleDiscrepancies,
} from './discrepancy-store.ts';
import { type AreaHead, appendLog, findEarlierAnswers, type LogRow, lockArea } from './log-store.ts';
import type { Parsed } from './parse.ts';
import type { AnyCommandModule, CommandRegistry } from './registry.ts';
import type { StageTimer } from './stages.ts';

export interface BatchTools {
  readonly registry: CommandRegistry;
  /** The members' grants. Unknown ids get an actor without grants. */
  readonly actors: Pick<ActorCache, 'find'>;
  readonly stages: StageTimer;
}

/** Within a batch the log rows of the commands already decided answer for their repeats. */
type Answered = Pick<LogRow, 'commandId' | 'bodyHash' | 'outcome' | 'problems' | 'version'>;

/**
 * Decides a batch with authority, inside one transaction that holds the area's lock.
 *
 * Invariants: every command that was not answered before gets exactly one log row and one version, in order; rows,
 * log, discrepancies and the area's version are saved together or not at all; the same id answers the same.
 */
export async function runBatch(
  tx: AreaTx,
  tools: BatchTools,
  batch: readonly Parsed[],
): Promise<BatchResult> {
  const { stages } = tools;
  const [first, ...others] = segmentsOf(batch);
  // Asked for in one go: the connection answers in order, so everything is read after the lock is held.
  const keys = tx.keys.newest;
  const locking = stages.time('lock', () => lockArea(tx)).then((head) => underSameKeys(tx, keys, head));
  const [head, earlier, actors, loaded] = await Promise.all([
    locking,
    loadEarlier(tx, tools, batch),
    locking.then(({ version }) =>
      stages.time('actors', () => tools.actors.find(tx, version, actorIds(batch))),
    ),
    loadState(tx, tools, first?.module ?? null, first?.commands ?? []),
  ]);
  const run = new BatchRun(head.version, earlier);
  const answers = first ? await runSegment(tx, tools, run, actors, first, loaded) : [];
  for (const segment of others) {
    const fresh = segment.commands.filter((p) => !run.answered.has(p.id));
    const state = await loadState(tx, tools, segment.module, fresh);
    answers.push(...(await runSegment(tx, tools, run, actors, segment, state)));
  }
  await stages.time('log', () => writeLog(tx, head, run));
  return { answers, before: head.version, version: run.version, happened: run.happened };
}

/** Keys are rotated under the area's lock; what was looked up by the old ones while waiting for it is asked for again. */
function underSameKeys(tx: AreaTx, before: number, head: AreaHead): AreaHead {
  tx.keys.refresh();
  if (tx.keys.newest !== before) throw new Error('the keys were rotated while this batch waited');
  return head;
}

async function writeLog(tx: AreaTx, head: AreaHead, run: BatchRun): Promise<void> {
  await Promise.all([
    raiseDiscrepancies(tx, run.discrepancies),
    settleDiscrepancies(tx, run.settlements),
    appendLog(tx, head, run.log),
  ]);
}

/** What one batch gathers until it is written. */
class BatchRun {
  readonly log: LogRow[] = [];
  readonly discrepancies: DiscrepancyRow[] = [];
  readonly happened = new Set<string>();
  readonly settlements: { settlement: Settlement; stamp: Stamp }[] = [];

  constructor(
    public version: number,
    readonly answered: Map<string, Answered[]>,
  ) {}

  /** The next version, for a command that is answered for the first time. */
  nextVersion(): number {
    this.version += 1;
    return this.version;
  }

  record(row: LogRow): void {
    this.log.push(row);
    remember(this.answered, row);
  }
}

async function loadEarlier(
  tx: AreaTx,
  tools: BatchTools,
  batch: readonly Parsed[],
): Promise<Map<string, Answered[]>> {
  const answered = new Map<string, Answered[]>();
  const ids = batch.map((p) => p.id);
  for (const row of await tools.stages.time('earlier', () => findEarlierAnswers(tx, ids)))
    remember(answered, row);
  return answered;
}

function remember(answered: Map<string, Answered[]>, row: Answered): void {
  const rows = answered.get(row.commandId);
  if (rows) rows.push(row);
  else answered.set(row.commandId, [row]);
}

const actorIds = (batch: readonly Parsed[]): string[] => [...new Set(batch.map((p) => p.actorId))];

interface Segment {
  readonly module: AnyCommandModule | null;
  readonly commands: readonly Parsed[];
}

/** Runs of commands of one module, so that a later module loads what an earlier one has saved. */
function segmentsOf(batch: readonly Parsed[]): Segment[] {
  const segments: { module: AnyCommandModule | null; commands: Parsed[] }[] = [];
  for (const parsed of batch) {
    const module = 'module' in parsed.asks ? parsed.asks.module : null;
    const current = segments.at(-1);
    if (current && (module === null || current.module === null || current.module === module)) {
      current.commands.push(parsed);
      current.module ??= module;
    } else segments.push({ module, commands: [parsed] });
  }
  return segments;
}

/** What the module needs to decide these commands; null where there is nothing to decide. */
async function loadState(
  tx: AreaTx,
  tools: BatchTools,
  module: AnyCommandModule | null,
  parsed: readonly Parsed[],
): Promise<unknown> {
  const commands = parsed.flatMap((p) => toCommand(p) ?? []);
  if (!module || commands.length === 0) return null;
  return tools.stages.time('load', () => module.load(tx, commands));
}

async function runSegment(
  tx: AreaTx,
  tools: BatchTools,
  run: BatchRun,
  actors: ReadonlyMap<string, Actor>,
  segment: Segment,
  state: unknown,
): Promise<Answer[]> {
  const { stages, registry } = tools;
  const { module } = segment;
  const events: StampedEvent[] = [];

  const decideOne = (parsed: Parsed): Answer => {
    const earlier = run.answered.get(parsed.id);
    const same = earlier?.find((row) => row.bodyHash.equals(parsed.hash));
    if (same) return answerOf(same, 'already');
    const verdict: Decision = earlier
      ? { refused: problem(commandProblems['same-id-other-body']) }
      : decide(parsed, registry, actors, module, state);
    const stamp = stampOf(parsed, run.nextVersion());
    const outcome = conclude(run, parsed, verdict, stamp);
    if (!isRefused(verdict)) {
      for (const event of verdict.events) {
        module?.evolve(state, event, stamp);
        events.push({ ...event, stamp });
        run.happened.add(event.type);
      }
    }
    const row = logRow(tx, parsed, verdict, stamp, outcome);
    run.record(row);
    return answerOf(row, row.outcome);
  };

  const answers = await stages.time('decide', () => decideInTurns(segment.commands, decideOne));
  if (module && events.length > 0) {
    await stages.time('save', () => module.save(tx, state));
    if (isHeard(registry, events)) await stages.time('react', () => react(tx, registry, run, events));
  }
  return answers;
}

/** So many are decided in one go: a big batch keeps a busy server's other answers waiting no longer than that. */
const AT_ONCE = 100;

async function decideInTurns(
  commands: readonly Parsed[],
  decideOne: (parsed: Parsed) => Answer,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const parsed of commands) {
    if (answers.length > 0 && answers.length % AT_ONCE === 0) await breath();
    answers.push(decideOne(parsed));
  }
  return answers;
}

function toCommand(parsed: Parsed): Command | null {
  if (!('body' in parsed.asks)) return null;
  const { id, kind, at, actorId, receipt, asks } = parsed;
  return { id, kind, at, actorId, deviceId: receipt.deviceId, body: asks.body };
}

function decide(
  parsed: Parsed,
  registry: CommandRegistry,
  actors: ReadonlyMap<string, Actor>,
  module: AnyCommandModule | null,
  state: unknown,
): Decision {
  const { asks } = parsed;
  if ('refused' in asks) return asks;
  const actor = actors.get(parsed.actorId);
  if (!actor || !can(registry.rules, actor, asks.kind.action, parsed.at)) {
    return { refused: problem(commandProblems['not-allowed'], { action: asks.kind.action }) };
  }
  const command = toCommand(parsed);
  if (!module || !command) throw new Error(`${parsed.kind} has no module to decide it`);
  return module.decide(state, command);
}

function stampOf(parsed: Parsed, version: number): Stamp {
  const { deviceId, receivedAt } = parsed.receipt;
  return { version, commandId: parsed.id, actorId: parsed.actorId, deviceId, at: parsed.at, receivedAt };
}

interface Conclusion {
  readonly outcome: LogRow['outcome'];
  readonly problems: readonly Problem[];
}

/** Gathers flags and settlements; a doubtful time or bringer flags whatever was accepted. */
function conclude(run: BatchRun, parsed: Parsed, verdict: Decision, stamp: Stamp): Conclusion {
  if (isRefused(verdict)) return { outcome: 'refused', problems: [verdict.refused] };
  const flags = [...(verdict.flags ?? [])];
  if (parsed.doubt) flags.push({ problem: parsed.doubt, subjects: { commandId: parsed.id } });
  const { distrust } = parsed.receipt;
  if (distrust) flags.push({ ...distrust, subjects: { ...distrust.subjects, commandId: parsed.id } });
  run.discrepancies.push(...discrepancyRows(flags, stamp));
  for (const settlement of verdict.settles ?? []) run.settlements.push({ settlement, stamp });
  return { outcome: flags.length > 0 ? 'flagged' : 'done', problems: flags.map((f) => f.problem) };
}

/** Where the log seals body and events; bound in so that no row's text opens as another's. */
export const LOG_CONTEXT = 'kernel.command_log';

function logRow(tx: AreaTx, parsed: Parsed, verdict: Decision, stamp: Stamp, conclusion: Conclusion): LogRow {
  const events: readonly DomainEvent[] = isRefused(verdict) ? [] : verdict.events;
  return {
    version: stamp.version,
    commandId: parsed.id,
    bodyHash: parsed.hash,
    // An unknown kind is the client's text and could be anything: what it says is in the sealed part.
    kind: 'module' in parsed.asks ? parsed.kind : 'unknown',
    actorId: parsed.actorId,
    deviceId: parsed.receipt.deviceId,
    claimedAt: parsed.claimedAt,
    correctedAt: parsed.at,
    receivedAt: parsed.receipt.receivedAt,
    outcome: conclusion.outcome,
    problems: conclusion.problems.length > 0 ? conclusion.problems : null,
    sealed: tx.keys.seal(`{"envelope":${parsed.canonical},"events":${JSON.stringify(events)}}`, LOG_CONTEXT),
  };
}

function answerOf(row: Answered, outcome: Answer['outcome']): Answer {
  return {
    id: row.commandId,
    outcome,
    first: row.outcome,
    version: row.version,
    problems: row.problems ?? [],
  };
}

const isHeard = (registry: CommandRegistry, events: readonly StampedEvent[]): boolean =>
  events.some((event) => registry.reactionsTo(event.type).length > 0);

/** Tells other modules, each in a savepoint: one that fails cannot veto, its failure stands as a discrepancy. */
async function react(
  tx: AreaTx,
  registry: CommandRegistry,
  run: BatchRun,
  events: readonly StampedEvent[],
): Promise<void> {
  for (const type of new Set(events.map((e) => e.type))) {
    for (const reaction of registry.reactionsTo(type)) {
      const theirs = events.filter((e) => e.type === type);
      try {
        await inSavepoint(tx, (part) => reaction.handle(part, theirs));
      } catch {
        // The cause is for the operator's log (the writer counts it); a leader needs to know what was not followed.
        run.discrepancies.push(...failedReaction(type, theirs));
      }
    }
  }
}

function failedReaction(type: string, events: readonly StampedEvent[]): DiscrepancyRow[] {
  const last = events.at(-1);
  if (!last) return [];
  const flag = { problem: problem(commandProblems['reaction-failed'], { event: type }), subjects: {} };
  return discrepancyRows([flag], last.stamp).map((row) => ({
    ...row,
    id: derivedUuid(`${row.commandId}/${type}`),
  }));
}
