import { createRouterClient } from '@orpc/server';
import { SmallArea } from '#core/people/testing/small-area.ts';
import type { Actor } from '#kernel/access/access.ts';
import type { Answer } from '#kernel/command/command.ts';
import { TestWorld } from '#kernel/command/testing/world.ts';
import type { QueryContext } from '#kernel/query/context.ts';
import { noteDevice } from '#kernel/sync/server/device-store.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { TestingBodies, TestingCommandKind } from '../contract/commands.ts';
import { testingQueries } from '../server/queries.ts';
import { aRound, type CreateRound, lanesOf } from './area.ts';
import { testingDoors, withTesting } from './mounted.ts';

export interface WorldOptions {
  readonly people?: number;
  readonly away?: number;
  readonly poolRatio?: 5 | 10 | 20;
}

/**
 * Testing over a real database: an area of two buildings with people in it, a leader, two samplers on duty and a
 * stranger. The clock stands still until it is moved.
 */
export class TestingWorld {
  readonly doors = testingDoors;
  readonly leader: Actor;
  readonly sampler: Actor;
  readonly other: Actor;
  readonly stranger: Actor;
  /** The round the helpers speak of. */
  round: CreateRound;
  private readonly secretary: Actor;

  private constructor(
    readonly world: TestWorld,
    round: CreateRound,
    readonly buildings: readonly string[],
    readonly people: readonly string[],
    actors: { secretary: Actor },
  ) {
    this.round = round;
    this.secretary = actors.secretary;
    this.leader = world.actor('role:leader:testing');
    this.sampler = world.actor('role:volunteer', 'duty:testing');
    this.other = world.actor('role:volunteer', 'duty:testing');
    this.stranger = world.actor('role:volunteer', 'duty:order');
  }

  static async open(options: WorldOptions = {}): Promise<TestingWorld> {
    const world = await TestWorld.open(withTesting());
    const secretary = world.actor('role:secretary');
    const newId = () => uuidv7(world.clock.now());
    const area = new SmallArea(
      async (kind, body) => {
        const answer = await world.send(secretary, kind, body);
        if (answer.outcome !== 'done') throw new Error(`${kind}: ${answer.problems[0]?.code ?? ''}`);
      },
      { next: newId },
    );
    const compoundId = await area.compound();
    const buildings = [await area.building(compoundId, '3号'), await area.building(compoundId, '5号')];
    const people: string[] = [];
    for (let i = 0; i < (options.people ?? 12); i++) {
      const dwellingId = await area.dwelling(buildings[i % 2] ?? '', `${(i >> 1) + 1}01`);
      people.push(await area.resident(dwellingId, { away: i < (options.away ?? 0) }));
    }
    const ratio = options.poolRatio;
    const round = aRound(newId, {
      compoundIds: [compoundId],
      buildingIds: [],
      ...(ratio && { poolRatio: ratio }),
    });
    return new TestingWorld(world, round, buildings, people, { secretary });
  }

  newId(): string {
    return uuidv7(this.world.clock.now());
  }

  get roundId(): string {
    return this.round.roundId;
  }

  person(index: number): string {
    return nth(this.people, index);
  }

  lane(index: number): string {
    return nth(lanesOf(this.round), index);
  }

  /** Sends one command of the leader's unless told otherwise. */
  send<K extends TestingCommandKind>(
    kind: K,
    body: TestingBodies[K],
    actor: Actor = this.leader,
    sending: Parameters<TestWorld['send']>[3] = {},
  ): Promise<Answer> {
    return this.world.send(actor, kind, body, sending);
  }

  /** Anything of places or people, by the secretary. */
  desk(kind: string, body: unknown): Promise<Answer> {
    return this.world.send(this.secretary, kind, body);
  }

  /** Turns to a new round of the same scope. */
  renewRound(): void {
    const { compoundIds } = this.round.scope;
    const { poolRatio } = this.round;
    const fresh = aRound(() => this.newId(), { compoundIds, buildingIds: [] });
    this.round = { ...fresh, poolRatio };
  }

  async openRound(): Promise<void> {
    await this.send('testing.create-round', this.round);
    const answer = await this.send('testing.open-round', { roundId: this.roundId });
    if (answer.outcome !== 'done') throw new Error(`not opened: ${answer.problems[0]?.code ?? ''}`);
  }

  /** Asks testing's queries, in a view of its own. */
  ask<T>(question: (client: TestingClient) => Promise<T>, actor: Actor = this.leader): Promise<T> {
    const { world } = this;
    return world.read((tx) =>
      question(clientOf({ tx, actor, now: world.clock.now(), rules: world.registry.rules })),
    );
  }

  /** As if a phone had pulled. @returns its id */
  async hearDevice(heard: { readonly pending: number; readonly lastSeenAt?: number }): Promise<string> {
    const id = this.newId();
    const { pending, lastSeenAt = this.world.clock.now() } = heard;
    const said = { pending, clockOffset: 0, appVersion: null, persisted: null };
    const device = { id, actorId: this.sampler.id, lastSeenAt, ...said };
    await this.world.write((tx) => noteDevice(tx, device));
    return id;
  }

  /** The body of one scan; every scan takes a second. `person` null: somebody unknown. */
  scan(person: number | null, tubeCode: string, tubeId: string, lane = 0): TestingBodies['testing.sample'] {
    this.world.clock.advance(1000);
    return {
      roundId: this.roundId,
      sampleId: this.newId(),
      checkInId: this.newId(),
      residentId: person === null ? null : this.person(person),
      codeText: person === null ? '310101199001011234' : null,
      tubeId,
      tubeCode,
      laneId: this.lane(lane),
      method: 'scan',
    };
  }

  close(): Promise<void> {
    return this.world.close();
  }
}

const router = testingQueries(testingDoors);
const clientOf = (context: QueryContext) => createRouterClient(router, { context });
export type TestingClient = ReturnType<typeof clientOf>;

function nth(list: readonly string[], index: number): string {
  const found = list[index];
  if (found === undefined) throw new Error(`there is no number ${index}`);
  return found;
}
