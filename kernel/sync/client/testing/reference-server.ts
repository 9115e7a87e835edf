import type { Answer, CommandEnvelope } from '../../../command/command.ts';
import { isRefused } from '../../../command/command.ts';
import type {
  CollectionDelta,
  PullRequest,
  PullResponse,
  PushRequest,
  PushResponse,
  RelayRequest,
  TermDelta,
} from '../../protocol.ts';
import { MAX_BATCH, PROTOCOL } from '../../protocol.ts';
import { TransportFault } from '../transport.ts';
import { type Boards, type Counter, type Note, notesProjection } from './notes.ts';

/**
 * The area as a serial machine, in memory: one total order, one version per command, the toy's own `decide` with
 * authority. A board is a term `toy.board/<name>`; who may hold which is set by the test.
 */
export class ReferenceServer {
  readonly log = new Map<string, { readonly body: string; readonly answer: Answer }>();
  readonly boards: Boards = notesProjection.build();
  /** Member → boards. */
  readonly allowed = new Map<string, Set<string>>();
  version = 0;
  now = 1_650_000_000_000;
  protocol = PROTOCOL;
  /** Rows in one page of a term; small ones make many pages. */
  pageRows = 1000;
  /** Cursors below this get a snapshot. */
  tombstoneFloor = 0;
  maxBatch = MAX_BATCH;

  push(request: PushRequest): PushResponse {
    this.speak(request.protocol);
    if (request.commands.length > this.maxBatch) throw new TransportFault('too-large');
    return { protocol: this.protocol, now: this.now, answers: request.commands.map((c) => this.take(c)) };
  }

  /** Opens what a test's sealer sealed; a real server's seal is tested with the real server. */
  relay(request: RelayRequest): PushResponse {
    this.speak(request.protocol);
    const commands = request.entries.map(({ sealed }) => unsealed(sealed));
    return { protocol: this.protocol, now: this.now, answers: commands.map((c) => this.take(c)) };
  }

  pull(actorId: string, request: PullRequest): PullResponse {
    this.speak(request.protocol);
    const allowed = [...(this.allowed.get(actorId) ?? [])];
    const terms = allowed.flatMap((board) => this.part(board, request.held[termOf(board)]) ?? []);
    const names = new Set(allowed.map(termOf));
    const drop = Object.keys(request.held).filter((term) => !names.has(term));
    return { protocol: this.protocol, now: this.now, version: this.version, terms, drop };
  }

  /** The rows of a board as a phone should end up with them. */
  living(board: string): { notes: Note[]; counters: Counter[] } {
    return {
      notes: [...this.boards.notes.all()].filter((note) => note.board === board && !note.removed),
      counters: [...this.boards.counters.all()].filter((counter) => counter.board === board),
    };
  }

  private take(command: CommandEnvelope): Answer {
    const body = JSON.stringify(command);
    const known = this.log.get(command.id);
    if (known) {
      if (known.body !== body) throw new Error(`command ${command.id} came with another body`);
      return { ...known.answer, outcome: 'already' };
    }
    this.version += 1;
    const answer = this.decide(command);
    this.log.set(command.id, { body, answer });
    return answer;
  }

  private decide(command: CommandEnvelope): Answer {
    const { id, kind, actorId, body, claimedAt: at } = command;
    const decision = notesProjection.decide(this.boards, { id, kind, at, actorId, deviceId: null, body });
    const said = { id, version: this.version };
    if (isRefused(decision)) {
      return { ...said, outcome: 'refused', first: 'refused', problems: [decision.refused] };
    }
    const stamp = { version: this.version, commandId: id, actorId, deviceId: null, at, receivedAt: this.now };
    for (const event of decision.events) notesProjection.evolve(this.boards, event, stamp);
    const problems = (decision.flags ?? []).map((flag) => flag.problem);
    const first = problems.length > 0 ? 'flagged' : 'done';
    return { ...said, outcome: first, first, problems };
  }

  private part(board: string, held: number | undefined): TermDelta | null {
    const cursor = held === undefined || held < this.tombstoneFloor || held > this.version ? null : held;
    const since = cursor ?? 0;
    const newer = <R extends Note | Counter>(rows: Iterable<R>) =>
      [...rows].filter((row) => row.board === board && row.version > since);
    const changed = [
      ...newer(this.boards.notes.all()).map((row) => ({ name: 'toy.note', row, gone: row.removed })),
      ...newer(this.boards.counters.all()).map((row) => ({ name: 'toy.counter', row, gone: false })),
    ].sort((a, b) => a.row.version - b.row.version);
    if (cursor !== null && changed.length === 0) return null;
    // A page that stopped below the tombstones' floor would be answered with the same snapshot again.
    const buried = changed.filter((change) => change.row.version < this.tombstoneFloor).length;
    const page = changed.slice(0, Math.max(this.pageRows, buried + 1));
    const more = page.length < changed.length;
    const collections: Record<string, CollectionDelta> = {};
    for (const name of ['toy.note', 'toy.counter']) {
      const mine = page.filter((change) => change.name === name);
      collections[name] = {
        rows: mine.filter((change) => !change.gone).map((change) => ({ ...change.row })),
        gone: mine.filter((change) => change.gone).map((change) => change.row.id),
      };
    }
    const version = more ? (page.at(-1)?.row.version ?? since) : this.version;
    return { term: termOf(board), snapshot: cursor === null, version, more, collections };
  }

  private speak(protocol: number): void {
    if (protocol !== this.protocol) throw new TransportFault('outdated');
  }
}

const unsealed = (sealed: string): CommandEnvelope => {
  const { envelope } = JSON.parse(sealed) as { envelope: CommandEnvelope };
  return envelope;
};

export const termOf = (board: string): string => `toy.board/${board}`;
