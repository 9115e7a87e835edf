import fc from 'fast-check';
import { RESOLUTIONS_OF } from '../contract/settlement.ts';
import { idSource, MINUTE, MORNING } from './area.ts';
import type { Deed, Said, Story } from './story.ts';

const DOINGS = [
  ...Array<'sample'>(10).fill('sample'),
  ...Array<'pack'>(3).fill('pack'),
  ...Array<'settle'>(3).fill('settle'),
  'unknown',
  'single',
  'paper',
  'close-tube',
  'undo',
  'void',
  'spoil-swab',
  'spoil-tube',
  'move',
  'swap',
  'unpack',
  'seal',
  'count',
  'give',
  'take',
  'gap-tube',
  'gap-check-in',
  'gap-packing',
  'gap-pack',
  'results',
  'refusal',
  'carer',
  'expectation',
  'close-round',
] as const;

/** One thing done on a day: what, and small numbers that say to whom and what, so that things collide often. */
export interface Doing {
  readonly do: (typeof DOINGS)[number];
  /** A person, or the n-th of what stands. */
  readonly a: number;
  readonly b: number;
  readonly lane: number;
  readonly minute: number;
  readonly yes: boolean;
}

/** A day with every command that the tube machine knows, in any order, also in orders that make no sense. */
export const aWholeDay: fc.Arbitrary<Doing[]> = fc.array(
  fc.record({
    do: fc.constantFrom(...DOINGS),
    a: fc.nat(39),
    b: fc.nat(7),
    lane: fc.nat(5),
    minute: fc.nat(120),
    yes: fc.boolean(),
  }),
  { minLength: 1, maxLength: 80 },
);

/** Who does it: two samplers, and a leader for what only a leader may. */
export interface Hands {
  readonly samplers: readonly [string, string];
  readonly leader: string;
}

const HANDS: Hands = { samplers: ['sampler', 'other'], leader: 'leader' };

/** The deed as the story stands; none where there is nothing to do it to. */
function deedOf(
  story: Story,
  doing: Doing,
  n: number,
  { samplers, leader }: Hands = HANDS,
): Deed | null | undefined {
  const { roundId } = story.round;
  const { a, b, minute, yes } = doing;
  const ids = (number: number) => idSource(story.seed * 100_000 + number);
  const newId = ids(20_000 + n);
  const at = MORNING + minute * MINUTE;
  const by = samplers[doing.lane % 2] ?? leader;
  const field = { at, by };
  const office = { at, by: leader };
  const code = `T${b}`;
  const boxCode = `B${b % 2}`;
  const rows = <Row>(all: Iterable<Row>): Row | undefined => nth([...all], a);
  const { state } = story;
  const sample = rows(state.samples.all());
  const tube = rows(state.tubes.all());

  switch (doing.do) {
    case 'sample':
    case 'unknown':
    case 'single':
    case 'paper': {
      const isUnknown = doing.do === 'unknown';
      const isPaper = doing.do === 'paper';
      const body = {
        roundId,
        sampleId: newId(),
        checkInId: newId(),
        residentId: isUnknown ? null : story.person(a),
        codeText: isUnknown ? `P${a % 4}` : null,
        // A tube code opened on one phone is one row; on another phone it is another.
        tubeId: ids(5_000 + b * 10 + (doing.lane % 2))(),
        tubeCode: code,
        laneId: story.lane(doing.lane),
        method: isPaper ? ('paper' as const) : ('scan' as const),
        ...(isPaper && { takenAt: at }),
        ...(doing.do === 'single' && { single: true as const }),
      };
      return { kind: 'testing.sample', body, ...field };
    }
    case 'close-tube':
      return (
        tube && {
          kind: 'testing.close-tube',
          body: { roundId, tubeId: tube.id, reason: 'shift-end', note: '' },
          ...field,
        }
      );
    case 'undo':
      return (
        sample && {
          kind: 'testing.undo-sample',
          body: { roundId, sampleId: sample.id, keepCheckIn: yes },
          at: sample.at + MINUTE,
          by: sample.by,
        }
      );
    case 'void':
      return (
        sample && {
          kind: 'testing.void-sample',
          body: { roundId, sampleId: sample.id, keepCheckIn: yes, note: '' },
          ...office,
        }
      );
    case 'spoil-swab':
    case 'spoil-tube': {
      const tubeId = doing.do === 'spoil-tube' ? tube?.id : sample?.tubeId;
      if (!tubeId || !sample) return null;
      const sampleId = doing.do === 'spoil-tube' ? null : sample.id;
      const body = { roundId, spoilageId: newId(), tubeId, sampleId, reason: 'dropped' as const, note: '' };
      return { kind: 'testing.spoil', body, ...field };
    }
    case 'move': {
      if (!sample) return null;
      const sampleIds = yes ? [sample.id] : state.samples.by('tube', sample.tubeId).map(({ id }) => id);
      if (sampleIds.length === 0) return null;
      const named = { roundId, correctionId: newId(), tubeId: newId(), laneId: story.lane(doing.lane) };
      const body = { what: 'move' as const, ...named, sampleIds, tubeCode: code, note: '' };
      return { kind: 'testing.correct-tube-later', body, ...office };
    }
    case 'swap': {
      const other = nth([...state.tubes.all()], b);
      if (!tube || !other) return null;
      const named = { roundId, correctionId: newId(), tubeId: tube.id, otherTubeId: other.id };
      return { kind: 'testing.correct-tube-later', body: { what: 'swap', ...named, note: '' }, ...office };
    }
    case 'pack':
      return {
        kind: 'testing.pack-tubes',
        body: { roundId, boxId: newId(), boxCode, tubes: [{ packingId: newId(), code }] },
        ...field,
      };
    case 'unpack': {
      const packing = rows(state.packings.all());
      return packing && { kind: 'testing.unpack-tube', body: { roundId, packingId: packing.id }, ...field };
    }
    case 'seal':
      return { kind: 'testing.seal-box', body: { roundId, boxId: newId(), boxCode }, ...field };
    case 'count':
      return { kind: 'testing.count-box', body: { roundId, countId: newId(), boxCode, tubes: b }, ...field };
    case 'give':
    case 'take': {
      const boxes = [{ code: boxCode, tubes: b }];
      const side = { roundId, sideId: newId(), code: `H${b % 2}`, destination: 'laboratory' as const, boxes };
      return doing.do === 'give'
        ? { kind: 'testing.give-boxes', body: side, ...field }
        : { kind: 'testing.take-boxes', body: { ...side, boxCount: 1, tubeCount: b }, ...field };
    }
    case 'gap-tube':
      return (
        tube && {
          kind: 'testing.settle-gap',
          body: { roundId, way: 'void-tube', tubeId: tube.id, note: '' },
          ...office,
        }
      );
    case 'gap-check-in':
      return (
        sample && {
          kind: 'testing.settle-gap',
          body: { roundId, way: 'void-check-in', sampleId: sample.id, note: '' },
          ...office,
        }
      );
    case 'gap-packing': {
      const packing = rows(state.packings.all());
      const body = packing && { roundId, way: 'void-packing' as const, packingId: packing.id, note: '' };
      return body ? { kind: 'testing.settle-gap', body, ...office } : null;
    }
    case 'gap-pack': {
      const named = { roundId, packingId: newId(), boxId: newId(), boxCode };
      const body = tube && { ...named, way: 'pack-into' as const, tubeId: tube.id, note: '' };
      return body ? { kind: 'testing.settle-gap', body, ...office } : null;
    }
    case 'results': {
      const outcome = yes ? ('negative' as const) : ('positive' as const);
      const results = [{ resultId: newId(), tubeCode: code, outcome, note: '', reportedAt: null }];
      return { kind: 'testing.record-results', body: { roundId, results }, ...office };
    }
    case 'refusal': {
      const said = { kind: 'refused' as const, reason: 'unwilling' as const, note: '' };
      const body = { roundId, refusalId: newId(), residentId: story.person(a), ...said };
      return { kind: 'testing.record-refusal', body, ...field };
    }
    case 'carer':
      return (
        sample && {
          kind: 'testing.record-carer',
          body: { roundId, sampleId: sample.id, carerId: story.person(b) },
          ...field,
        }
      );
    case 'expectation': {
      const residentIds = [story.person(a)];
      const body = yes
        ? { roundId, residentIds, status: 'expected' as const }
        : { roundId, residentIds, status: 'exempt' as const, reason: 'medical' as const };
      return { kind: 'testing.set-expectation', body, ...office };
    }
    case 'close-round':
      return { kind: 'testing.close-round', body: { roundId, acknowledgedDeviceIds: [] }, ...office };
    case 'settle':
      return settlement(story, doing, office);
  }
}

/** Of a discrepancy that stands open, any way that fits it. */
function settlement(
  story: Story,
  { a, b }: Doing,
  office: { at: number; by: string },
): Deed | null | undefined {
  const open = story.raised.filter(({ id }) => story.state.discrepancies.get(id)?.settled === false);
  const found = nth(open, a);
  const code = found?.flag.problem.code.replace(/^testing\./, '') as keyof typeof RESOLUTIONS_OF | undefined;
  const resolution = nth((code && RESOLUTIONS_OF[code]) ?? [], b);
  if (!found || !resolution) return null;
  const body = {
    roundId: story.round.roundId,
    discrepancyId: found.id,
    resolution,
    note: '',
    ...(resolution === 'identify' && { residentId: story.person(a) }),
    ...(resolution.startsWith('rename') && { code: `R${a}` }),
  };
  return { kind: 'testing.settle', body, ...office };
}

const nth = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];

export interface Told {
  readonly deed: Deed;
  readonly said: Said;
}

export function tellDay(story: Story, day: readonly Doing[], hands?: Hands): Told[] {
  return day.flatMap((doing, n) => {
    const deed = deedOf(story, doing, n, hands);
    return deed ? [{ deed, said: story.tell(deed) }] : [];
  });
}
