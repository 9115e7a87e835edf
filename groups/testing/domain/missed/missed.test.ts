import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExpectedStatus } from '../../contract/rows.ts';
import { aRound, type CreateRound, idSource, lanesOf, MINUTE, MORNING } from '../../testing/area.ts';
import { shuffled } from '../../testing/scripts.ts';
import { Story } from '../../testing/story.ts';

const PEOPLE = 5;

/** Two rounds of the same people, the second opened an hour after the first while that may still run. */
class TwoRounds {
  readonly story = Story.opened({ people: PEOPLE, away: 1 });
  readonly rounds: readonly CreateRound[];

  constructor() {
    const { story } = this;
    const second = aRound(() => story.newId(), { buildingIds: story.round.scope.buildingIds });
    this.rounds = [story.round, second];
    story.state.scopePeople.set(second.roundId, story.people);
    for (const { roundId } of this.rounds) story.state.swabRounds.add(roundId);
    story.tell({ kind: 'testing.create-round', body: second, at: MORNING });
    story.tell({
      kind: 'testing.open-round',
      body: { roundId: second.roundId },
      at: MORNING + 60 * MINUTE,
    });
  }

  do(step: Step): void {
    const { story } = this;
    const at = MORNING + step.minute * MINUTE;
    const round = this.rounds[step.round];
    if (!round) throw new Error('there are two rounds');
    const { roundId } = round;
    const residentId = story.person(step.person);
    const ids = idSource(10_000 + step.n);
    switch (step.do) {
      case 'sample':
        story.tell({
          kind: 'testing.sample',
          body: {
            roundId,
            sampleId: ids(),
            checkInId: ids(),
            residentId,
            codeText: null,
            tubeId: ids(),
            tubeCode: `T${step.n}`,
            laneId: lanesOf(round)[0] ?? '',
            method: 'scan',
          },
          at,
        });
        return;
      case 'void': {
        const sampleId = idSource(10_000 + step.of)();
        story.tell({
          kind: 'testing.void-sample',
          body: { roundId, sampleId, keepCheckIn: false, note: '' },
          at,
        });
        return;
      }
      case 'spoil': {
        const ids = idSource(10_000 + step.of);
        const [, , tubeId = ''] = [ids(), ids(), ids()];
        const body = {
          roundId,
          spoilageId: story.newId(),
          sampleId: null,
          tubeId,
          reason: 'leaked',
          note: '',
        } as const;
        story.tell({ kind: 'testing.spoil', body, at });
        return;
      }
      case 'list': {
        const named = { roundId, residentIds: [residentId] };
        const { status } = step;
        const body =
          status === 'expected' ? { ...named, status } : ({ ...named, status, reason: 'medical' } as const);
        story.tell({ kind: 'testing.set-expectation', body, at });
        return;
      }
      case 'close':
        story.tell({
          kind: 'testing.close-round',
          body: { roundId, acknowledgedDeviceIds: [] },
          at: MORNING + 120 * MINUTE,
        });
    }
  }

  /** As the flags say. */
  flagged(): string[] {
    return [...this.story.state.missed.all()]
      .filter(({ clearedAt }) => clearedAt === null)
      .map(({ roundId, residentId }) => `${roundId}/${residentId}`)
      .sort();
  }

  /** As rounds, lists and swabs say, looked through from the start. */
  missed(): string[] {
    const { rounds, expected, samples, tubes } = this.story.state;
    const swabs = [...samples.all()].filter(
      ({ voidedAt, tubeId }) => voidedAt === null && tubes.get(tubeId)?.voidedAt === null,
    );
    return [...expected.all()]
      .filter(({ roundId, residentId, status }) => {
        const round = rounds.get(roundId);
        if (round?.state !== 'closed' || status !== 'expected') return false;
        return !swabs.some(
          (swab) =>
            swab.residentId === residentId && (swab.roundId === roundId || swab.at >= (round.openedAt ?? 0)),
        );
      })
      .map(({ roundId, residentId }) => `${roundId}/${residentId}`)
      .sort();
  }
}

type Common = {
  readonly round: number;
  readonly person: number;
  readonly minute: number;
  readonly n: number;
};
type Step = Common &
  (
    | { readonly do: 'sample' | 'close' }
    | { readonly do: 'void' | 'spoil'; readonly of: number }
    | { readonly do: 'list'; readonly status: ExpectedStatus }
  );

const common = {
  round: fc.nat(1),
  person: fc.nat(PEOPLE - 1),
  minute: fc.nat(119),
  n: fc.constant(0),
};
const sampled = fc.record({ do: fc.constant('sample' as const), ...common });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: sampled },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('void' as const, 'spoil' as const),
      of: fc.nat(20),
      ...common,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('list' as const),
      status: fc.constantFrom('expected' as const, 'away' as const, 'exempt' as const),
      ...common,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), ...common }) },
);
const numbered = (steps: readonly Step[]): Step[] => steps.map((step, n) => ({ ...step, n }));
const close = (round: number): Step => ({ do: 'close', round, person: 0, minute: 120, n: 0 });

describe('who is missed', () => {
  it('is what rounds, lists and swabs say, after every command of whatever story', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }).map(numbered), (steps) => {
        const day = new TwoRounds();
        for (const step of steps) {
          day.do(step);
          expect(day.flagged()).toEqual(day.missed());
        }
      }),
      { numRuns: 150 },
    );
  });

  it('comes to the same in whatever order phones sync, before and after the closing', () => {
    const script = fc
      .array(sampled, { maxLength: 15 })
      .map((some) => numbered([...some, close(0), close(1)]));
    fc.assert(
      fc.property(script, fc.infiniteStream(fc.nat()), (steps, order) => {
        const [told, late] = [new TwoRounds(), new TwoRounds()];
        for (const step of steps) told.do(step);
        for (const step of shuffled(steps, order)) late.do(step);
        const who = (day: TwoRounds) =>
          day.flagged().map((key) => {
            const [roundId = '', residentId = ''] = key.split('/');
            const person = day.story.people.findIndex((one) => one.residentId === residentId);
            return [day.rounds.findIndex((round) => round.roundId === roundId), person].join('/');
          });
        expect(who(late)).toEqual(who(told));
      }),
      { numRuns: 100 },
    );
  });

  it('is said in events: flagged at the closing, cleared by the swab that clears', () => {
    const day = new TwoRounds();
    day.do(close(0));
    const flags = [...day.story.state.missed.all()];
    expect(flags).toHaveLength(PEOPLE - 1);
    day.do({ do: 'sample', round: 1, person: 2, minute: 100, n: 7 });
    const row = [...day.story.state.missed.all()].find(
      ({ residentId }) => residentId === day.story.person(2),
    );
    expect(row).toMatchObject({ clearedBy: 'sampled', sampleId: idSource(10_007)() });
  });

  it('a call is a fact whoever has come meanwhile; one id is one call, and no round no call', () => {
    const { story } = new TwoRounds();
    const call = {
      roundId: story.round.roundId,
      callId: story.newId(),
      residentId: story.person(1),
      way: 'phone',
      answer: 'no-answer',
      note: '',
    } as const;
    expect(story.tell({ kind: 'testing.call-again', body: call }).refused).toBeNull();
    expect(story.tell({ kind: 'testing.call-again', body: call }).refused).toBe('id-taken');
    const lost = { ...call, roundId: story.newId() };
    expect(story.tell({ kind: 'testing.call-again', body: lost }).refused).toBe('no-such-round');
  });
});
