import { SmallArea } from '#core/people/testing/small-area.ts';
import type { Actor } from '#kernel/access/access.ts';
import type { Answer } from '#kernel/command/command.ts';
import { type Sending, TestWorld } from '#kernel/command/testing/world.ts';
import { insertSettings } from '#kernel/settings/server/store.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { GatesBodies, GatesCommandKind } from '../contract/commands.ts';
import type { Direction } from '../contract/rows.ts';
import { withGates } from './mounted.ts';

/** 8 a.m. in Shanghai on 17 April 2022. */
export const MORNING = Date.UTC(2022, 3, 17, 0, 0);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/**
 * Gates over a real database: a compound with two gates and two buildings, households of two people each, a leader,
 * two volunteers at the gates and a stranger. The clock stands still until it is moved.
 */
export class GatesWorld {
  readonly leader: Actor;
  readonly secretary: Actor;
  readonly volunteer: Actor;
  readonly other: Actor;
  readonly stranger: Actor;
  private settingsMade = 0;

  private constructor(
    readonly world: TestWorld,
    secretary: Actor,
    readonly compoundId: string,
    readonly buildings: readonly string[],
    /** Two people a household. */
    readonly households: readonly (readonly [string, string])[],
    /** Of each household. */
    readonly householdIds: readonly string[],
    readonly gates: readonly string[],
  ) {
    this.secretary = secretary;
    this.leader = world.actor('role:leader:order');
    this.volunteer = world.actor('role:volunteer', 'duty:order');
    this.other = world.actor('role:volunteer', 'duty:order');
    this.stranger = world.actor('role:volunteer', 'duty:testing');
  }

  static async open(households = 4): Promise<GatesWorld> {
    const world = await TestWorld.open(withGates());
    world.clock.advance(MORNING - world.clock.now());
    const secretary = world.actor('role:secretary');
    const newId = () => uuidv7(world.clock.now());
    const perform = async (kind: string, body: unknown) => {
      const answer = await world.send(secretary, kind, body);
      if (answer.outcome !== 'done') throw new Error(`${kind}: ${answer.problems[0]?.code ?? ''}`);
    };
    const area = new SmallArea(perform, { next: newId });
    const compoundId = await area.compound();
    const buildings = [await area.building(compoundId, '3号'), await area.building(compoundId, '5号')];
    const people: [string, string][] = [];
    const ids: string[] = [];
    for (let i = 0; i < households; i++) {
      const dwellingId = await area.dwelling(buildings[i % 2] ?? '', `${(i >> 1) + 1}01`);
      const householdId = newId();
      people.push([
        await area.resident(dwellingId, { name: '王小明' }, householdId),
        await area.resident(dwellingId, { name: '李小红' }, householdId),
      ]);
      ids.push(householdId);
    }
    const gates = [newId(), newId()];
    for (const [i, gateId] of gates.entries()) {
      const lanes = [{ laneId: newId(), name: '人行', direction: 'both' }];
      const name = ['东门', '西门'][i];
      await perform('gates.add-gate', { gateId, name, compoundId, openFrom: null, openUntil: null, lanes });
    }
    return new GatesWorld(world, secretary, compoundId, buildings, people, ids, gates);
  }

  newId(): string {
    return uuidv7(this.world.clock.now());
  }

  get now(): number {
    return this.world.clock.now();
  }

  resident(household: number, which: 0 | 1 = 0): string {
    return this.households[household]?.[which] ?? '';
  }

  gate(index: number): string {
    return this.gates[index] ?? '';
  }

  /** Sends one command of the leader's unless told otherwise. */
  send<K extends GatesCommandKind>(
    kind: K,
    body: GatesBodies[K],
    actor: Actor = this.leader,
    sending: Sending = {},
  ): Promise<Answer> {
    return this.world.send(actor, kind, body, sending);
  }

  /** Anything of another module, by the secretary. */
  async desk(kind: string, body: unknown): Promise<Answer> {
    return this.world.send(this.secretary, kind, body);
  }

  /** Declares a building's status from now on. @returns the declaration's id */
  async declare(building: number, status: 'lockdown' | 'control' | 'precaution' | 'normal'): Promise<string> {
    const statusId = this.newId();
    const placeId = this.buildings[building] ?? '';
    const period = { from: this.now, until: null };
    const why = { reason: '混管阳性待复核', source: '街道通知' };
    await this.desk('zones.set-status', {
      statusId,
      placeKind: 'building',
      placeId,
      status,
      ...period,
      ...why,
    });
    return statusId;
  }

  /** A dated value of the area, from now on. */
  async setRule(key: string, value: number): Promise<void> {
    const id = this.newId();
    const why = { source: '指挥部', setBy: this.secretary.id };
    const row = { id, version: ++this.settingsMade, key, value, validFrom: this.now, ...why };
    await this.world.write((tx) => insertSettings(tx, [row]));
  }

  /** A pass of somebody who lives nowhere here. @returns its id */
  async workerPass(label: string, plate: string | null = null): Promise<string> {
    const passId = this.newId();
    const holder = { passId, residentId: null, householdId: null, memberId: null, label, plate };
    const period = { validFrom: this.now, validUntil: this.now + 7 * DAY };
    const terms = {
      kind: plate === null ? 'worker' : 'vehicle',
      quota: 'none',
      form: 'paper',
      compoundIds: [],
    };
    await this.desk('passes.issue', { ...terms, ...period, passes: [holder] });
    return passId;
  }

  /** The body of a resident's passage, let through unless told otherwise; every one takes a second. */
  passage(
    residentId: string,
    direction: Direction,
    change: Partial<GatesBodies['gates.record-passage']> = {},
  ): GatesBodies['gates.record-passage'] {
    this.world.clock.advance(1000);
    return {
      passageId: this.newId(),
      gateId: this.gate(0),
      laneId: null,
      direction,
      subject: 'resident',
      residentId,
      householdId: null,
      passId: null,
      visitId: null,
      outcome: 'allowed',
      rule: 'free',
      reason: null,
      note: '',
      photo: null,
      ...change,
    };
  }

  pass(
    residentId: string,
    direction: Direction,
    change: Partial<GatesBodies['gates.record-passage']> = {},
    actor: Actor = this.volunteer,
  ): Promise<Answer> {
    return this.send('gates.record-passage', this.passage(residentId, direction, change), actor);
  }

  close(): Promise<void> {
    return this.world.close();
  }
}
