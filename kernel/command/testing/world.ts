import { randomBytes, randomUUID } from 'node:crypto';
import { type Actor, SYSTEM_GRANT } from '../../access/access.ts';
import type { AreaKeys } from '../../crypto/area-keys.ts';
import { areaKeys, type KeyRing } from '../../crypto/key-ring.ts';
import type { AreaTx } from '../../db/area-tx.ts';
import { type TestDatabase, testDatabase } from '../../db/testing/database.ts';
import { inArea } from '../../db/transaction.ts';
import type { Module } from '../../module.ts';
import { FixedClock } from '../../time-id/clock.ts';
import { uuidv7 } from '../../time-id/uuid.ts';
import type { Answer, CommandEnvelope } from '../command.ts';
import { AreaWriter } from '../server/area-writer.ts';
import { parseCommand } from '../server/parse.ts';
import { buildRegistry, type CommandRegistry } from '../server/registry.ts';
import { StageTimer } from '../server/stages.ts';

const SYSTEM: Actor = { id: 'system', grants: [{ grant: SYSTEM_GRANT, from: 0, until: null }] };

/** What a test module needs of a mounted one. */
export type WorldModule = Pick<Module, 'name' | 'migrations' | 'commands' | 'rules' | 'reactions'>;

export interface Sending {
  readonly id?: string;
  readonly v?: number;
  /** Default: the world's clock. */
  readonly claimedAt?: number;
  readonly deviceId?: string | null;
  readonly clockOffset?: number | null;
}

/**
 * The write path over a real database, without HTTP and accounts: actors are what the test says they are. One area
 * stands when it opens; the clock stands still until it is moved.
 */
export class TestWorld {
  readonly clock = new FixedClock(Date.UTC(2022, 3, 4, 0, 0));
  readonly threw: unknown[] = [];
  readonly registry: CommandRegistry;
  readonly writer: AreaWriter;
  readonly areaId: string;
  /** The server acting by itself is known everywhere. */
  private readonly actors = new Map<string, Actor>([['system', SYSTEM]]);

  private constructor(
    readonly database: TestDatabase,
    modules: readonly WorldModule[],
    areaId: string,
    readonly keys: AreaKeys,
  ) {
    this.areaId = areaId;
    this.registry = buildRegistry(modules.map((m) => ({ ...m, problems: {} })));
    const tools = {
      registry: this.registry,
      stages: new StageTimer(() => undefined),
      loadActors: async () => this.actors,
      grantSources: [],
    };
    this.writer = new AreaWriter((area, work) => this.write(work, area), tools, {
      committed: () => undefined,
      threw: (error) => this.threw.push(error),
    });
  }

  /** @param ring where the area's keys are to stand in a file; else they live as long as the world */
  static async open(modules: readonly WorldModule[], ring?: Pick<KeyRing, 'create'>): Promise<TestWorld> {
    const database = await testDatabase(modules);
    const areaId = await database.newArea();
    const keys = ring ? await ring.create(areaId) : areaKeys(randomBytes(32));
    return new TestWorld(database, modules, areaId, keys);
  }

  close(): Promise<void> {
    return this.database.close();
  }

  /** Somebody with these grants from the beginning of time, or with the periods given. */
  actor(...grants: readonly (string | Actor['grants'][number])[]): Actor {
    const held = grants.map((g) => (typeof g === 'string' ? { grant: g, from: 0, until: null } : g));
    const actor = { id: randomUUID(), grants: held };
    this.actors.set(actor.id, actor);
    return actor;
  }

  envelope(actor: Actor, kind: string, body: unknown, sending: Sending = {}): CommandEnvelope {
    const claimedAt = sending.claimedAt ?? this.clock.now();
    return {
      id: sending.id ?? uuidv7(claimedAt),
      kind,
      v: sending.v ?? 1,
      claimedAt,
      actorId: actor.id,
      body,
    };
  }

  /** Sends one command and returns its answer. */
  async send(actor: Actor, kind: string, body: unknown, sending: Sending = {}): Promise<Answer> {
    const [answer] = await this.push(actor, [this.envelope(actor, kind, body, sending)], sending);
    if (!answer) throw new Error('no answer came');
    return answer;
  }

  /** Sends a batch as it might arrive: anything may stand in it. */
  push(actor: Actor, commands: readonly unknown[], sending: Sending = {}): Promise<readonly Answer[]> {
    const receipt = {
      callerId: actor.id,
      isSystem: actor.id === SYSTEM.id,
      deviceId: sending.deviceId ?? null,
      clockOffset: sending.clockOffset ?? null,
      receivedAt: this.clock.now(),
    };
    return this.writer.submit(
      this.areaId,
      commands.map((command) => parseCommand(this.registry, command, receipt)),
    );
  }

  read<T>(work: (tx: AreaTx) => Promise<T>, areaId = this.areaId): Promise<T> {
    return inArea(this.database.db, areaId, this.freshKeys(), work, { readOnly: true });
  }

  write<T>(work: (tx: AreaTx) => Promise<T>, areaId = this.areaId): Promise<T> {
    return inArea(this.database.db, areaId, this.freshKeys(), work);
  }

  /** As a key ring hands them out. */
  private freshKeys(): AreaKeys {
    this.keys.refresh();
    return this.keys;
  }
}
