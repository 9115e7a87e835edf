import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PushResponse } from '#kernel/sync/protocol.ts';
import { type ForkedServer, forkServer } from '../../bench/forked-server.ts';
import { kindsOf } from '../access/support/cases-commands.ts';
import { DECLARED_ROUTES } from '../access/support/declared-routes.ts';
import { mayBy } from '../access/support/persons.ts';
import { Draw } from './draw.ts';
import { Findings } from './findings.ts';
import { MARKED } from './hostile.ts';
import { KnownIds } from './ids.ts';
import { type CommandOperation, type Operations, type QueryOperation, readOperations } from './operations.ts';
import { type Made, type Meant, Requests } from './requests.ts';
import { ask, dawdle } from './wire.ts';
import { FuzzWorld, type Person } from './world.ts';

export interface FuzzOptions {
  /** A migrated database. */
  readonly databaseUrl: string;
  readonly dataFolder: string;
  readonly requests: number;
  readonly seed: number;
}

export interface FuzzResult {
  readonly findings: Findings;
  readonly commands: readonly string[];
  /** Those of them that no person may send. */
  readonly ofServer: readonly string[];
  readonly queries: readonly string[];
  readonly routes: readonly string[];
  /** Bytes in use after a collection, once warm and at the end. */
  readonly memory: { readonly warm: Memory; readonly end: Memory };
  /** Marked words found in the server's log. */
  readonly logged: readonly string[];
  /** What the server logged as its own fault, each once. */
  readonly errors: readonly string[];
}

interface Memory {
  readonly rss: number;
  readonly heapUsed: number;
}

type Operation =
  | { readonly sort: 'query'; readonly name: string; readonly query: QueryOperation }
  | { readonly sort: 'command'; readonly name: string; readonly command: CommandOperation }
  | { readonly sort: 'route'; readonly name: string };

/** So many requests are under way together. */
const AT_ONCE = 6;
/** Of all requests, so many are made before memory is looked at first. */
const WARM = 0.3;
const SLOW_EVERY = 150;

/** Drives every operation of the served document, and every plain route, with values of all sorts, as all sorts of people. */
export async function fuzz({ databaseUrl, dataFolder, requests, seed }: FuzzOptions): Promise<FuzzResult> {
  const logFolder = await mkdtemp(join(tmpdir(), 'concerto-fuzz-log-'));
  const logFile = join(logFolder, 'server.log');
  const server = await forkServer(new URL('./server-process.ts', import.meta.url), {
    DATABASE_URL: databaseUrl,
    CONCERTO_DATA: dataFolder,
    CONCERTO_LOG: logFile,
  });
  try {
    const ids = new KnownIds();
    const world = await FuzzWorld.open({ address: server.address, databaseUrl, dataFolder }, ids);
    try {
      const run = new Run(server, world, ids, new Draw(seed), await readOperations(server.address));
      const done = await run.go(requests);
      const log = await readFile(logFile, 'utf8');
      return {
        ...done,
        logged: Object.values(MARKED).filter((mark) => log.includes(mark)),
        errors: errorsIn(log),
      };
    } finally {
      await world.house.close();
    }
  } finally {
    await server.stop();
    await rm(logFolder, { recursive: true, force: true });
  }
}

/** Lines of pino's level 50 and up, without what changes from one to the next. */
function errorsIn(log: string): string[] {
  const lines = log.split('\n').filter((line) => /^\{"level":[56]0/.test(line));
  const shown = lines.map((line) => {
    const { msg, err, route } = JSON.parse(line) as { msg?: string; err?: unknown; route?: string };
    return JSON.stringify({ msg, route, err });
  });
  return [...new Set(shown)];
}

class Run {
  private readonly findings = new Findings();
  private readonly actions: ReadonlyMap<string, string>;
  private readonly make: Requests;
  private queue: Operation[] = [];

  constructor(
    private readonly server: ForkedServer,
    private readonly world: FuzzWorld,
    private readonly ids: KnownIds,
    private readonly draw: Draw,
    private readonly operations: Operations,
  ) {
    this.make = new Requests(world.areaId, draw, ids, operations.document);
    this.actions = new Map(kindsOf(world.house.modules).map(([kind, { action }]) => [kind, action]));
  }

  async go(requests: number): Promise<Omit<FuzzResult, 'logged' | 'errors'>> {
    const { queries, commands } = this.operations;
    const routes = Object.keys(DECLARED_ROUTES);
    const all: readonly Operation[] = [
      ...queries.map((query): Operation => ({ sort: 'query', name: `query ${query.name}`, query })),
      ...commands.map(
        (command): Operation => ({ sort: 'command', name: `command ${command.kind}`, command }),
      ),
      ...routes.map((name): Operation => ({ sort: 'route', name })),
    ];
    await this.drive(Math.round(requests * WARM), all);
    const warm = (await this.server.ask('memory')) as Memory;
    await this.drive(requests, all);
    const end = (await this.server.ask('memory')) as Memory;
    return {
      findings: this.findings,
      commands: commands.map(({ kind }) => kind),
      ofServer: commands.map(({ kind }) => kind).filter((kind) => this.allowing(kind).length === 0),
      queries: queries.map(({ name }) => name),
      routes,
      memory: { warm, end },
    };
  }

  /** Goes on until so many requests are made in all. */
  private async drive(until: number, all: readonly Operation[]): Promise<void> {
    let begun = this.findings.requests;
    const slow: Promise<void>[] = [];
    const hand = async () => {
      while (begun < until) {
        begun += 1;
        if (this.queue.length === 0) this.queue = this.draw.shuffled(all);
        const operation = this.queue.pop();
        if (operation) await this.one(operation);
        if (begun % SLOW_EVERY === 0)
          slow.push(dawdle(this.server.address, `/api/areas/${this.world.areaId}/push`, 20));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, hand));
    await Promise.all(slow);
  }

  private async one(operation: Operation): Promise<void> {
    const meant = this.draw.oneOf<Meant>(['valid', 'valid', 'valid', 'edge', 'hostile', 'hostile']);
    const at = this.who(operation, meant);
    const by = at === null ? null : (this.world.people[at] ?? null);
    const asked = this.made(operation, by, meant);
    const got = await ask(this.server.address, asked);
    this.findings.heard(operation.name, asked, got);
    if (got.status === 200) this.learn(operation, asked, got.text);
    const sentAway = got.status === 401 || (got.status === 403 && got.text.includes('no-place'));
    if (sentAway && at !== null && Object.keys(asked.headers).length <= 4) await this.world.replace(at);
  }

  private made(operation: Operation, by: Person | null, meant: Meant): Made {
    if (operation.sort === 'query') return this.make.query(operation.query, by, meant);
    if (operation.sort === 'route') return this.make.route(operation.name, by, meant);
    const { command } = operation;
    // Whatever is refused beside it holds nothing of a batch back.
    const may = meant === 'hostile' || !by ? this.operations.commands : this.commandsOf(by);
    const others = Array.from({ length: this.draw.below(4) }, () => this.draw.oneOf(may));
    return this.make.push([command, ...others], by, meant);
  }

  /** Somebody who may, for what is meant well; else anybody, also nobody. */
  private who(operation: Operation, meant: Meant): number | null {
    const { people } = this.world;
    const indexes = people.map((_, i) => i);
    if (meant === 'hostile' && this.draw.chance(0.1)) return null;
    if (operation.sort === 'command' && meant !== 'hostile') {
      const allowing = this.allowing(operation.command.kind);
      const may = indexes.filter((i) => mayBy(allowing, [people[i]?.grant ?? '']));
      if (may.length > 0) return this.draw.oneOf(may);
    }
    return this.draw.chance(0.5) ? 0 : this.draw.oneOf(indexes);
  }

  private allowing(kind: string): readonly string[] {
    return this.world.house.host.rules[this.actions.get(kind) ?? ''] ?? [];
  }

  private commandsOf({ grant }: Person): readonly CommandOperation[] {
    return this.operations.commands.filter(({ kind }) => mayBy(this.allowing(kind), [grant]));
  }

  /** Accepted bodies and the answers of queries name what stands. */
  private learn(operation: Operation, asked: Made, text: string): void {
    if (operation.sort === 'query') {
      const [module = '', own = ''] = operation.query.name.split('.');
      this.ids.learn(JSON.parse(text), own === 'list' ? module : own, 'answer');
    }
    if (asked.commands.length === 0) return;
    const { answers } = JSON.parse(text) as PushResponse;
    for (const [i, { first, problems }] of answers.entries()) {
      const accepted = first !== 'refused';
      if (accepted) this.ids.learn(asked.commands[i]?.body);
      if (asked.meant !== 'hostile') asked.commands[i]?.ids.answered(accepted, problems[0]?.code ?? '');
    }
  }
}
