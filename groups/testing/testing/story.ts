import type { Flag } from '#kernel/command/command.ts';
import { isRefused } from '#kernel/command/command.ts';
import type { Stamp } from '#kernel/command/module.ts';
import type { TestingBodies, TestingCommandKind } from '../contract/commands.ts';
import { bodies } from '../contract/commands.ts';
import type { TestingCommand } from '../domain/command.ts';
import { decide } from '../domain/decide.ts';
import { evolve } from '../domain/evolve.ts';
import { createTestingState, type ListedPerson, type TestingState } from '../domain/state.ts';
import { aRound, type CreateRound, idSource, lanesOf, MINUTE, MORNING, type RoundOptions } from './area.ts';

export interface Deed<K extends TestingCommandKind = TestingCommandKind> {
  readonly kind: K;
  readonly body: TestingBodies[K];
  readonly at?: number;
  readonly by?: string;
  readonly deviceId?: string;
}

export interface StoryOptions extends RoundOptions {
  readonly people?: number;
  readonly away?: number;
  readonly seed?: number;
  /** A round and people that stand somewhere else already, e.g. in a database. */
  readonly ground?: { readonly round: CreateRound; readonly people: readonly ListedPerson[] };
}

/** What `decide` said, made easy to read in a test. */
export interface Said {
  readonly refused: string | null;
  readonly flags: readonly string[];
  readonly flagRows: readonly Flag[];
}

/**
 * A day of testing told command by command on rows in memory: the rules without a database. Bodies are parsed by the
 * contract, so that a story cannot say what a phone could not send. Raised flags become open discrepancies.
 */
export class Story {
  readonly newId: (at?: number) => string;
  readonly state: TestingState = createTestingState();
  readonly round: CreateRound;
  readonly people: readonly ListedPerson[];
  readonly lanes: readonly string[];
  readonly raised: { readonly id: string; readonly flag: Flag }[] = [];
  private version = 0;

  /** Two stories in one area need two. */
  readonly seed: number;

  constructor(options: StoryOptions = {}) {
    this.seed = options.seed ?? 1;
    this.newId = idSource(this.seed);
    this.round = options.ground?.round ?? aRound(() => this.newId(), options);
    this.lanes = lanesOf(this.round);
    this.people = options.ground?.people ?? this.makePeople(options);
    for (const person of this.people) this.state.people.set(person.residentId, person);
    this.state.scopePeople.set(this.round.roundId, this.people);
  }

  private makePeople({ people = 30, away = 0 }: StoryOptions): ListedPerson[] {
    const buildings = this.round.scope.buildingIds;
    return Array.from({ length: people }, (_, i) => ({
      residentId: this.newId(),
      buildingId: buildings[i % buildings.length] ?? '',
      away: i < away,
    }));
  }

  /** With the round open at `MORNING`. */
  static opened(options: StoryOptions = {}): Story {
    const story = new Story(options);
    story.tell({ kind: 'testing.create-round', body: story.round, at: MORNING - 60 * MINUTE });
    story.tell({ kind: 'testing.open-round', body: { roundId: story.round.roundId }, at: MORNING });
    return story;
  }

  person(index: number): string {
    const person = this.people[index];
    if (!person) throw new Error(`the story has no person ${index}`);
    return person.residentId;
  }

  lane(index: number): string {
    const lane = this.lanes[index];
    if (!lane) throw new Error(`the story has no lane ${index}`);
    return lane;
  }

  tell<K extends TestingCommandKind>(deed: Deed<K>): Said {
    const at = deed.at ?? MORNING + MINUTE;
    const command = {
      id: this.newId(at),
      kind: deed.kind,
      at,
      actorId: deed.by ?? 'sampler',
      deviceId: deed.deviceId ?? null,
      body: bodies[deed.kind].parse(deed.body),
    } as TestingCommand;
    const decision = decide(this.state, command);
    this.version += 1;
    if (isRefused(decision)) return { refused: bare(decision.refused.code), flags: [], flagRows: [] };
    const stamp: Stamp = {
      version: this.version,
      commandId: command.id,
      actorId: command.actorId,
      deviceId: command.deviceId,
      at,
      receivedAt: at + MINUTE,
    };
    for (const event of decision.events) evolve(this.state, event, stamp);
    for (const settled of decision.settles ?? []) {
      const found = this.state.discrepancies.get(settled.discrepancyId);
      if (found) this.state.discrepancies.set(found.id, { ...found, settled: true });
    }
    const flagRows = decision.flags ?? [];
    for (const flag of flagRows) this.raise(flag);
    return { refused: null, flags: flagRows.map((flag) => bare(flag.problem.code)), flagRows };
  }

  /** The latest open discrepancy of that kind. */
  discrepancy(code: string): string {
    const found = this.raised.filter(({ flag }) => bare(flag.problem.code) === code).at(-1);
    if (!found) throw new Error(`no ${code} was raised`);
    return found.id;
  }

  private raise(flag: Flag): void {
    const id = this.newId();
    this.raised.push({ id, flag });
    this.state.discrepancies.set(id, {
      id,
      code: flag.problem.code,
      subjects: flag.subjects,
      settled: false,
    });
  }
}

const bare = (code: string): string => code.replace(/^testing\./, '');
