import { setImmediate as nextTurn } from 'node:timers/promises';
import type { KnownRule, PlacesReader } from '#core/places/contract.ts';
import type { Answer, CommandEnvelope } from '#kernel/command/command.ts';
import type { Caller, Host } from '#kernel/host.ts';
import { type Problem, ProblemError, problem } from '#kernel/problem/problem.ts';
import { readSheetAside } from '#kernel/sheet/read-aside.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { ImportReading } from '../contract/import.ts';
import { planImport } from '../domain/import/plan.ts';
import { type Preview, preview } from '../domain/import/preview.ts';
import type { ImportRowsBody } from '../domain/import/rows.ts';
import { applySavedMapping, type SavedMapping } from '../domain/import/saved-mapping.ts';
import type { RegisterSnapshot } from '../domain/import/snapshot.ts';
import { findImport, keepImport, removeImport, sweepImports } from './import-files.ts';
import { importMint } from './import-mint.ts';
import { importProblems } from './import-problems.ts';
import {
  IDLE,
  type ImportSession,
  nameSheets,
  proposeMapping,
  readRegister,
  rulesOf,
} from './import-session.ts';
import { readSnapshot } from './import-snapshot.ts';
import { findMappings } from './store.ts';

/** Sessions held open at a time; the others are read again from their sealed files. */
const OPEN_SESSIONS = 8;

/** A register beside what stood when it was set there. */
export interface Compared {
  readonly preview: Preview;
  readonly snapshot: RegisterSnapshot;
}

/** Registers on their way in. Nothing is written to the area before `apply`. */
export class ImportService {
  private readonly sessions = new Map<string, ImportSession>();
  /** What was last shown of a session: pages of one preview agree with each other and cost nothing. */
  private readonly compared = new WeakMap<ImportSession, Compared>();

  constructor(
    private readonly host: Host,
    private readonly places: PlacesReader,
  ) {}

  /** Reads a file and proposes how to understand it. Throws a problem of kernel/sheet when it is no sheet. */
  async open(areaId: string, fileName: string, bytes: Uint8Array): Promise<ImportSession> {
    const book = nameSheets(await readSheetAside(bytes), fileName);
    const snapshot = await this.snapshot(areaId);
    const proposed = proposeMapping(book, fileName, snapshot);
    const saved = await this.mappings(areaId);
    const mapping = saved.reduce(
      (sofar, kept) => applySavedMapping(kept.mapping, book.sheets, sofar),
      proposed,
    );
    const session: ImportSession = {
      importId: uuidv7(this.host.clock.now()),
      areaId,
      fileName,
      bytes,
      book,
      reading: { mapping, edits: [], agreed: [] },
      progress: IDLE,
    };
    await sweepImports(this.host.dataFolder, areaId, this.host.clock.now());
    await this.keep(session);
    this.hold(session);
    return session;
  }

  /** Throws `people.import-unknown`. */
  async get(areaId: string, importId: string): Promise<ImportSession> {
    const held = this.sessions.get(importId);
    if (held?.areaId === areaId) return held;
    const keys = await this.host.read(areaId, async (tx) => tx.keys);
    const kept = await findImport(this.host.dataFolder, areaId, keys, importId);
    if (!kept) throw new ProblemError(importProblems['import-unknown']);
    const bytes = Buffer.from(kept.bytes, 'base64');
    const { fileName, reading } = kept;
    const book = nameSheets(await readSheetAside(bytes), fileName);
    const session: ImportSession = { importId, areaId, fileName, bytes, book, reading, progress: IDLE };
    this.hold(session);
    return session;
  }

  /** Changes how a register is read. Throws `people.import-under-way`. */
  async read(session: ImportSession, reading: ImportReading): Promise<void> {
    if (isUnderWay(session)) throw new ProblemError(importProblems['import-under-way']);
    session.reading = reading;
    this.compared.delete(session);
    await this.keep(session);
  }

  /** Kept ways of reading, by name. */
  async mappings(areaId: string): Promise<readonly SavedMapping[]> {
    const rows = await this.host.read(areaId, findMappings);
    return rows.filter(({ endedAt }) => endedAt === null);
  }

  async rules(areaId: string): Promise<readonly KnownRule[]> {
    return rulesOf(await this.snapshot(areaId));
  }

  /**
   * Writes what the preview shows, chunk by chunk, until it is done, stopped or refused. Called again after a stop or
   * a restart it goes on: what stands already is unchanged and no longer part of the plan.
   * @param compared what `compare` gave just now, where nobody had time to change anything since
   */
  async apply(session: ImportSession, by: Caller, compared?: Compared): Promise<void> {
    if (isUnderWay(session)) throw new ProblemError(importProblems['import-under-way']);
    session.progress = { ...IDLE, state: 'applying' };
    this.compared.delete(session);
    try {
      const { preview: seen, snapshot } = compared ?? (await this.compare(session));
      const { importId } = session;
      const mint = importMint(importId);
      await nextTurn();
      const bodies = planImport(seen, snapshot, importId, new Set(session.reading.agreed), mint);
      await this.submitAll(session, bodies, by);
    } catch (error) {
      const known = error instanceof ProblemError ? error.problem : problem(importProblems['import-failed']);
      session.progress = { ...session.progress, state: 'failed', problems: [known] };
      if (!(error instanceof ProblemError)) throw error;
    }
  }

  /** The chunk that is being written is finished first. */
  stop(session: ImportSession): void {
    if (session.progress.state === 'applying') session.progress = { ...session.progress, state: 'stopping' };
  }

  /** Forgets a session and its file. */
  async close(session: ImportSession): Promise<void> {
    this.sessions.delete(session.importId);
    await removeImport(this.host.dataFolder, session.areaId, session.importId);
  }

  private async submitAll(
    session: ImportSession,
    bodies: readonly ImportRowsBody[],
    by: Caller,
  ): Promise<void> {
    const total = bodies.reduce((sum, body) => sum + body.residents.length, 0);
    session.progress = { ...session.progress, total };
    for (const body of bodies) {
      if (session.progress.state === 'stopping') {
        session.progress = { ...session.progress, state: 'stopped' };
        return;
      }
      const [answer] = await this.host.submit(session.areaId, [this.envelope(body, by)], by);
      const problems = refusals(answer);
      if (problems.length > 0) {
        session.progress = { ...session.progress, state: 'failed', problems };
        return;
      }
      const done = session.progress.done + body.residents.length;
      session.progress = { ...session.progress, done };
    }
    session.progress = { ...session.progress, state: 'done' };
  }

  /** A fresh id each time: a plan drawn up again holds what is left, which is another command. */
  private envelope(body: ImportRowsBody, by: Caller): CommandEnvelope {
    const now = this.host.clock.now();
    const { id: actorId } = by.actor;
    return { id: uuidv7(now), kind: 'people.import-rows', v: 1, claimedAt: now, actorId, body };
  }

  /** What a preview's pages show: as it was compared for its figures. */
  async shown(session: ImportSession): Promise<Compared> {
    return this.compared.get(session) ?? this.compare(session);
  }

  /** Sets the register beside what stands now; nothing is written. */
  async compare(session: ImportSession): Promise<Compared> {
    const snapshot = await this.snapshot(session.areaId);
    const latestYear = new Date(this.host.clock.now()).getUTCFullYear();
    const register = readRegister(session.book, session.reading, snapshot, latestYear);
    // Others' requests get their turn between the long steps.
    await nextTurn();
    const compared = { preview: preview(register, snapshot), snapshot };
    if (!isUnderWay(session)) this.compared.set(session, compared);
    return compared;
  }

  private snapshot(areaId: string): Promise<RegisterSnapshot> {
    return this.host.read(areaId, (tx) => readSnapshot(tx, this.places));
  }

  private async keep(session: ImportSession): Promise<void> {
    const keys = await this.host.read(session.areaId, async (tx) => tx.keys);
    const { importId, fileName, reading } = session;
    const bytes = Buffer.from(session.bytes).toString('base64');
    await keepImport(this.host.dataFolder, session.areaId, keys, { importId, fileName, bytes, reading });
  }

  private hold(session: ImportSession): void {
    this.sessions.set(session.importId, session);
    for (const [id, held] of this.sessions) {
      if (this.sessions.size <= OPEN_SESSIONS) break;
      if (!isUnderWay(held)) this.sessions.delete(id);
    }
  }
}

export const isUnderWay = ({ progress }: ImportSession): boolean =>
  progress.state === 'applying' || progress.state === 'stopping';

const refusals = (answer: Answer | undefined): readonly Problem[] =>
  answer?.first === 'refused' ? answer.problems : [];
