import { createRouterClient } from '@orpc/server';
import { readCode, type SigningKey } from '#core/codes/contract.ts';
import { SmallArea } from '#core/people/testing/small-area.ts';
import type { Actor } from '#kernel/access/access.ts';
import type { Answer, DomainEvent } from '#kernel/command/command.ts';
import { TestWorld } from '#kernel/command/testing/world.ts';
import type { QueryContext } from '#kernel/query/context.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import {
  COLLECTIONS,
  judgePass,
  type KnownPass,
  type PassesBody,
  type PassesCommandKind,
  type PassSetting,
  passRulesAt,
  type RollingSecret,
  readPass,
  rules,
} from '../contract.ts';
import { passesRouter } from '../server/queries.ts';
import { passesReactions } from '../server/reactions.ts';
import { allPasses } from '../server/sync.ts';
import { passesDoors, withPasses } from './mounted.ts';

export const DAY = 86_400_000;
export type NewPass = PassesBody<'passes.issue'>['passes'][number];

/** Passes over a real database: two buildings with four people each, a leader of the order group, a volunteer at a gate. */
export class PassesWorld {
  readonly leader: Actor;
  readonly gate: Actor;
  readonly stranger: Actor;
  private constructor(
    readonly world: TestWorld,
    readonly secretary: Actor,
    readonly compoundId: string,
    readonly buildings: readonly string[],
    readonly people: readonly string[],
  ) {
    this.leader = world.actor('role:leader:order');
    this.gate = world.actor('role:volunteer', 'duty:order');
    this.stranger = world.actor('role:volunteer', 'duty:testing');
  }

  static async open(): Promise<PassesWorld> {
    const world = await TestWorld.open(withPasses());
    const secretary = world.actor('role:secretary');
    const done = async (kind: string, body: unknown) => {
      const answer = await world.send(secretary, kind, body);
      if (answer.outcome !== 'done') throw new Error(`${kind}: ${answer.problems[0]?.code ?? ''}`);
    };
    const area = new SmallArea(done, { next: () => uuidv7(world.clock.now()) });
    const compoundId = await area.compound();
    const buildings = [await area.building(compoundId, '3号'), await area.building(compoundId, '5号')];
    const people: string[] = [];
    for (let i = 0; i < 8; i++) {
      const dwellingId = await area.dwelling(buildings[i % 2] ?? '', `${(i >> 1) + 1}01`);
      people.push(await area.resident(dwellingId));
    }
    await done('codes.rotate-key', { keyId: uuidv7(world.clock.now()), revokeOld: false });
    world.clock.advance(1000);
    return new PassesWorld(world, secretary, compoundId, buildings, people);
  }

  close(): Promise<void> {
    return this.world.close();
  }

  get now(): number {
    return this.world.clock.now();
  }

  newId(): string {
    return uuidv7(this.now);
  }

  /** A new pass for the nth person, unless something else is said. */
  aPass(change: Partial<NewPass> = {}, person = 0): NewPass {
    return {
      passId: this.newId(),
      residentId: this.people[person] ?? null,
      householdId: null,
      memberId: null,
      label: null,
      plate: null,
      ...change,
    };
  }

  issueBody(
    passes: readonly NewPass[],
    change: Partial<PassesBody<'passes.issue'>> = {},
  ): PassesBody<'passes.issue'> {
    return {
      kind: 'resident',
      compoundIds: [],
      quota: 'household',
      form: 'paper',
      validFrom: this.now,
      validUntil: this.now + 7 * DAY,
      ...change,
      passes: [...passes],
    };
  }

  send<K extends PassesCommandKind>(kind: K, body: PassesBody<K>, actor = this.leader): Promise<Answer> {
    return this.world.send(actor, kind, body);
  }

  /** @returns the ids, issued */
  async issue(
    passes: readonly NewPass[],
    change: Partial<PassesBody<'passes.issue'>> = {},
  ): Promise<string[]> {
    const answer = await this.send('passes.issue', this.issueBody(passes, change));
    if (answer.outcome !== 'done') throw new Error(answer.problems[0]?.code ?? '');
    return passes.map(({ passId }) => passId);
  }

  /** An event of another module reaches this one, as the write path brings it. */
  async react(event: DomainEvent): Promise<void> {
    const version = 1 + Math.max(0, ...(await this.pull()).passes.map((pass) => pass.version));
    const stamp = {
      version,
      commandId: this.newId(),
      actorId: this.leader.id,
      deviceId: null,
      at: this.now,
      receivedAt: this.now,
    };
    for (const { event: type, handle } of passesReactions) {
      if (type === event.type) await this.world.write((tx) => handle(tx, [{ ...event, stamp }]));
    }
  }

  /** The queries as somebody asks them. */
  async ask<T>(
    work: (client: ReturnType<PassesWorld['clientOf']>) => Promise<T>,
    actor = this.leader,
  ): Promise<T> {
    return this.world.read((tx) => work(this.clientOf({ tx, actor, now: this.now, rules })));
  }

  private clientOf(context: QueryContext) {
    return createRouterClient(passesRouter(passesDoors), { context });
  }

  /** What a gate's phone holds that has pulled everything. */
  async pull(since = 0, actor = this.gate) {
    return this.world.read(async (tx) => {
      const [term = 'passes.all/0'] = await allPasses.terms(tx, actor, this.now);
      const delta = await allPasses.delta(tx, actor, term, since);
      const rows = <Row>(name: string) => (delta[name]?.rows ?? []) as unknown as readonly Row[];
      return {
        passes: rows<KnownPass>(COLLECTIONS.pass),
        secrets: rows<RollingSecret>(COLLECTIONS.rolling).map(({ secret }) => Buffer.from(secret, 'hex')),
        settings: rows<PassSetting>(COLLECTIONS.setting),
        keys: await passesDoors.keys(tx),
      };
    });
  }

  /** What a gate says of a scanned text: `good` or the problem's code. */
  async scan(
    text: string,
    held: Pulled,
    change: Partial<Parameters<typeof judgePass>[0]> = {},
  ): Promise<string> {
    const code = readCode(text, { areaId: this.world.areaId, labs: [] });
    if ('code' in code) return code.code;
    const read = await readPass(code.text, { areaId: this.world.areaId, ...held });
    if ('code' in read) return read.code;
    const verdict = judgePass({
      read,
      known: held.passes.find(({ id }) => id === read.passId) ?? null,
      at: this.now,
      direction: 'out',
      compoundId: null,
      zone: 'normal',
      last: null,
      rules: passRulesAt(held.settings, this.now),
      ...change,
    });
    return verdict.problem?.code ?? 'good';
  }
}

export interface Pulled {
  readonly passes: readonly KnownPass[];
  readonly secrets: readonly Uint8Array[];
  readonly settings: readonly PassSetting[];
  readonly keys: readonly SigningKey[];
}
