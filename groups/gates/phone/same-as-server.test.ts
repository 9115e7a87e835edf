import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadPass } from '#groups/passes/contract.ts';
import type { GatesCommand } from '../domain/command.ts';
import type { GateAnswer } from '../domain/decision/attempt.ts';
import { decidePassage } from '../domain/decision/decide-passage.ts';
import { attemptOf as recordedAttempt } from '../domain/passages/contradictions.ts';
import { gatesCommands } from '../server/commands.ts';
import { gatesDoors, withGates } from '../testing/mounted.ts';
import { DAY, GatesWorld, HOUR } from '../testing/world.ts';
import type { PhoneState } from './phone-state.ts';
import { projection } from './projection.ts';
import { attemptOf, nobodyKnown } from './who.ts';

const PEOPLE = 8;
const STATUSES = ['lockdown', 'control', 'precaution', 'normal'] as const;

/** What may happen between two questions; numbers are taken by their remainder. */
const step = fc.record({
  what: fc.constantFrom(
    'pass',
    'pass',
    'pass',
    'declare',
    'issue',
    'revoke',
    'suspend',
    'lift',
    'wait',
    'rule',
  ),
  person: fc.nat(PEOPLE - 1),
  gate: fc.nat(1),
  direction: fc.constantFrom('in', 'out'),
  status: fc.constantFrom(...STATUSES),
  hours: fc.integer({ min: 1, max: 30 }),
  quota: fc.constantFrom('household', 'household', 'none'),
  strictness: fc.nat(2),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Whom the gate is asked about after each step, with the pass that person was last given or without. */
interface Question {
  readonly gate: number;
  readonly person: number;
  readonly direction: 'in' | 'out';
  readonly shows: boolean;
}

const everyQuestion: readonly Question[] = Array.from({ length: PEOPLE }, (_, person) => person).flatMap(
  (person) =>
    (['in', 'out'] as const).flatMap((direction) =>
      [true, false].map((shows) => ({ gate: person % 2, person, direction, shows })),
    ),
);

class Day {
  /** Person → the pass last issued, as its printed code says. */
  readonly passes = new Map<number, ReadPass>();
  private readonly modules = withGates();

  constructor(readonly t: GatesWorld) {}

  residentOf(person: number): string {
    return this.t.resident(person >> 1, (person % 2) as 0 | 1);
  }

  async take(step: Step): Promise<void> {
    const { t } = this;
    const passId = this.passes.get(step.person)?.passId;
    if (step.what === 'wait') t.world.clock.advance(step.hours * HOUR);
    if (step.what === 'declare') await t.declare(step.gate, step.status);
    if (step.what === 'rule') await t.setRule('gates.named-rule', step.strictness);
    if (step.what === 'issue') await this.issue(step);
    if (step.what === 'pass') await this.letThrough(step, passId ?? null);
    if (passId === undefined) return;
    const passIds = [passId];
    if (step.what === 'revoke') await t.desk('passes.revoke', { passIds, reason: 'lost', note: '' });
    if (step.what === 'suspend') await t.desk('passes.suspend', { passIds, reason: 'misuse', note: '' });
    if (step.what === 'lift') await t.desk('passes.lift', { passIds });
  }

  private async issue({ person, quota, hours }: Step): Promise<void> {
    const { t } = this;
    const passId = t.newId();
    const residentId = this.residentOf(person);
    const holder = { passId, residentId, householdId: null, memberId: null, label: null, plate: null };
    const terms = { kind: 'resident', quota, form: 'paper', validFrom: t.now } as const;
    const validUntil = t.now + hours * HOUR;
    const answer = await t.desk('passes.issue', { ...terms, validUntil, compoundIds: [], passes: [holder] });
    if (answer.outcome !== 'done') {
      // One good pass a person: the one issued before stands.
      expect(answer.problems.map(({ code }) => code)).toEqual(['passes.has-pass']);
      return;
    }
    const { passId: _, label: __, plate: ___, ...who } = holder;
    this.passes.set(person, {
      ...terms,
      ...who,
      passId,
      validUntil,
      keyId: '',
      signedAt: t.now,
      shown: null,
    });
  }

  private async letThrough({ person, gate, direction }: Step, passId: string | null): Promise<void> {
    const change = { gateId: this.t.gate(gate), passId, subject: passId ? 'pass' : 'resident' } as const;
    await this.t.pass(this.residentOf(person), direction, change);
  }

  /** A phone at a gate that has just pulled everything it may hold. */
  async phone(): Promise<PhoneState> {
    const state = projection.build();
    await this.t.world.read(async (tx) => {
      for (const source of this.modules.flatMap((module) => module.sync ?? [])) {
        for (const term of await source.terms(tx, this.t.volunteer, this.t.now)) {
          const collections = await source.delta(tx, this.t.volunteer, term, 0);
          for (const [name, { rows }] of Object.entries(collections)) {
            if (projection.collections.includes(name)) projection.load(state, name, rows);
          }
        }
      }
    });
    return state;
  }

  phoneSays(state: PhoneState, { person, direction, gate, shows }: Question) {
    const card = state.people.get(this.residentOf(person)) ?? null;
    const read = shows ? this.passes.get(person) : undefined;
    const who = { ...nobodyKnown, card, pass: read ? { passId: read.passId, read } : null };
    const place = { gateId: this.t.gate(gate), laneId: null, direction, at: this.t.now };
    return decidePassage(state.gates, attemptOf(who, state, place));
  }

  /** As the server would judge passages that a phone brings now, in one batch. */
  serverSays(questions: readonly Question[]) {
    const at = this.t.now;
    const bodies = questions.map(
      ({ person, direction, gate, shows }) =>
        ({
          passageId: this.t.newId(),
          gateId: this.t.gate(gate),
          laneId: null,
          direction,
          subject: 'resident',
          residentId: this.residentOf(person),
          householdId: this.t.householdIds[person >> 1] ?? null,
          passId: (shows ? this.passes.get(person)?.passId : undefined) ?? null,
          visitId: null,
          outcome: 'allowed',
          rule: 'free',
          reason: null,
          note: '',
          photo: null,
          counts: false,
        }) as const,
    );
    const commands = bodies.map((body) => ({ kind: 'gates.record-passage', body, at }));
    return this.t.world.read(async (tx) => {
      const state = await gatesCommands(gatesDoors).load(tx, commands as unknown as GatesCommand[]);
      return bodies.map((body) => decidePassage(state, recordedAttempt(state, body, at)));
    });
  }
}

/**
 * One that was over before the term's week is on no phone any more: there its code alone says that it is over, where the
 * server may know besides that it was revoked. The answer and the rule are the same.
 */
const compared = ({ answer, rule, details }: GateAnswer, isOver: boolean) =>
  isOver ? { answer, rule } : { answer, rule, details };

describe('the same rule', () => {
  it('gives the same answer on a phone and at the server, whatever happened before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
        const t = await GatesWorld.open();
        const day = new Day(t);
        const seen = new Set<string>();
        try {
          await t.declare(0, 'precaution');
          for (const one of steps) {
            await day.take(one);
            const state = await day.phone();
            const answers = await day.serverSays(everyQuestion);
            for (const [i, question] of everyQuestion.entries()) {
              const said = day.phoneSays(state, question);
              const atServer = answers[i];
              if (!atServer) throw new Error('a question without an answer');
              seen.add(said.rule);
              const isOver = question.shows && (day.passes.get(question.person)?.validUntil ?? t.now) < t.now;
              expect({ question, said: compared(said, isOver) }).toEqual({
                question,
                said: compared(atServer, isOver),
              });
            }
            t.world.clock.advance(HOUR);
          }
          expect(seen.size).toBeGreaterThan(1);
        } finally {
          await t.close();
        }
      }),
      { numRuns: 4, endOnFailure: true },
    );
  }, 120_000);

  it('also a week later, when outings are free again', async () => {
    const t = await GatesWorld.open();
    const day = new Day(t);
    await t.declare(0, 'precaution');
    for (const direction of ['out', 'in', 'out', 'in'] as const) await t.pass(t.resident(0), direction);
    const question = { gate: 0, person: 0, direction: 'out', shows: false } as const;
    const rules: string[] = [];
    for (const days of [0, 7]) {
      t.world.clock.advance(days * DAY);
      const phone = day.phoneSays(await day.phone(), question);
      expect(await day.serverSays([question])).toEqual([phone]);
      rules.push(phone.rule);
    }
    expect(rules).toEqual(['outings-used', 'within-outings']);
    await t.close();
  });

  it('of whom a household’s pass names, however strict the area is', async () => {
    const t = await GatesWorld.open();
    const day = new Day(t);
    await t.declare(0, 'precaution');
    const issue = { gate: 0, direction: 'out', status: 'normal', hours: 30, strictness: 0 } as const;
    await day.take({ ...issue, what: 'issue', person: 0, quota: 'household' });
    const rules: string[] = [];
    for (const strictness of [0, 1, 2]) {
      await t.setRule('gates.named-rule', strictness);
      for (const person of [0, 1]) {
        const question = { gate: 0, person, direction: 'out', shows: false } as const;
        const phone = day.phoneSays(await day.phone(), question);
        expect(await day.serverSays([question])).toEqual([phone]);
        rules.push(`${person} ${phone.answer} ${phone.rule}`);
      }
      t.world.clock.advance(1000);
    }
    expect(rules).toEqual([
      '0 allowed within-outings',
      '1 allowed within-outings',
      '0 allowed within-outings',
      '1 ask not-named',
      '0 allowed within-outings',
      '1 refused not-named',
    ]);
    await t.close();
  });
});
