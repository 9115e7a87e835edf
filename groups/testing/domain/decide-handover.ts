import type { Flag } from '#kernel/command/command.ts';
import type { TestingEvent } from '../contract/events.ts';
import type { HandoverSide } from '../contract/handover-rows.ts';
import { accept, flag, refusal, type TestingCommand, type TestingDecision } from './command.ts';
import { inRound, type TestingState } from './state.ts';

/** One person's count: kept as it was said. Whether it agrees is worked out with the other one and the scans. */
export function decideCount(
  state: TestingState,
  { body }: TestingCommand<'testing.count-box'>,
): TestingDecision {
  const { roundId, countId, boxCode, tubes, counterName = null } = body;
  if (!state.rounds.get(roundId)) return refusal('no-such-round');
  if (state.boxCounts.get(countId)) return refusal('id-taken');
  return accept([{ type: 'testing.box-counted', data: { roundId, countId, boxCode, tubes, counterName } }]);
}

/** Boxes leave the author's hand; with the other side's finger on the screen both sides are signed at once. */
export function decideGive(
  state: TestingState,
  { body, at, actorId }: TestingCommand<'testing.give-boxes'>,
): TestingDecision {
  const { roundId, sideId, code, destination, boxes, receiver } = body;
  const given = { ...signed(body, at), sideId, side: 'given', witness: 'self', signer: null } as const;
  const fault = sideFault(state, roundId, [sideId, ...(receiver ? [receiver.sideId] : [])]);
  if (fault) return fault;
  const events: TestingEvent[] = [{ type: 'testing.handover-signed', data: given }];
  if (receiver) {
    const received = { ...signed({ roundId, code, destination, boxes }, at), sideId: receiver.sideId };
    events.push({
      type: 'testing.handover-signed',
      data: { ...received, side: 'received', witness: 'finger', signer: receiver.signer },
    });
  }
  const others = standingSides(state, roundId, code);
  if (!receiver) return accept(events, toSelf(others, 'received', body, actorId));
  const rival = others.find((other) => isOnTheSpot(other, 'received'));
  return accept(events, rival ? [takenTwice(body, receiver.sideId, rival)] : []);
}

/** The author has received what a code stands for, whether the giver's phone has synced or not. */
export function decideTake(
  state: TestingState,
  { body, at, actorId }: TestingCommand<'testing.take-boxes'>,
): TestingDecision {
  const { roundId, sideId, code, destination, boxes, boxCount, tubeCount } = body;
  const fault = sideFault(state, roundId, [sideId]);
  if (fault) return fault;
  const others = standingSides(state, roundId, code);
  const data = {
    ...{ roundId, sideId, code, destination, boxes, boxCount, tubeCount, at },
    ...({ side: 'received', witness: 'self', signer: null } as const),
  };
  const rival = others.find((other) => isOnTheSpot(other, 'received') && !isSelf(other, 'received', actorId));
  const flags = toSelf(others, 'given', body, actorId);
  if (rival) flags.push(takenTwice(body, sideId, rival));
  return accept([{ type: 'testing.handover-signed', data }], flags);
}

/** What stands on paper, with its own time; beside a side that signed on a phone it is kept, and the phone's stands. */
export function decideRecordHandover(
  state: TestingState,
  { body, at }: TestingCommand<'testing.record-handover'>,
): TestingDecision {
  const { roundId, handedAt, given, received } = body;
  const sides = [
    { side: 'given' as const, by: given },
    { side: 'received' as const, by: received },
  ];
  const fault = sideFault(
    state,
    roundId,
    sides.flatMap(({ by }) => by?.sideId ?? []),
  );
  if (fault) return fault;
  const events = sides.flatMap(({ side, by }): TestingEvent[] => {
    if (by === null) return [];
    // Paper tells its own time; one that has not come yet is a slip of the pen.
    const stamp = signed(body, Math.min(handedAt, at));
    const signer = { ...by.signer, drawing: '' };
    return [
      {
        type: 'testing.handover-signed',
        data: { ...stamp, sideId: by.sideId, side, witness: 'paper', signer },
      },
    ];
  });
  return accept(events);
}

export function decideVoidHandover(
  state: TestingState,
  { body }: TestingCommand<'testing.void-handover'>,
): TestingDecision {
  const { roundId, code } = body;
  if (standingSides(state, roundId, code).length === 0) return refusal('no-such-handover');
  return accept([{ type: 'testing.handover-voided', data: { roundId, code } }]);
}

const standingSides = (state: TestingState, roundId: string, code: string): HandoverSide[] =>
  state.handoverSides.by('code', inRound(roundId, code)).filter((side) => side.voidedAt === null);

function sideFault(state: TestingState, roundId: string, ids: readonly string[]) {
  if (!state.rounds.get(roundId)) return refusal('no-such-round');
  const taken = ids.some((id) => state.handoverSides.get(id)) || new Set(ids).size !== ids.length;
  return taken ? refusal('id-taken') : null;
}

const isOnTheSpot = (other: HandoverSide, side: HandoverSide['side']): boolean =>
  other.side === side && other.witness !== 'paper';

const isSelf = (other: HandoverSide, side: HandoverSide['side'], actorId: string): boolean =>
  other.side === side && other.by === actorId && other.witness === 'self';

const takenTwice = (
  { roundId, code }: { readonly roundId: string; readonly code: string },
  sideId: string,
  rival: HandoverSide,
): Flag => flag('handover-taken-twice', { roundId, sideId, otherSideId: rival.id }, { code });

/** One hand for both sides confirms nothing: it is kept, the hand-over still waits, a leader is told. */
function toSelf(
  others: readonly HandoverSide[],
  side: HandoverSide['side'],
  { roundId, sideId, code }: { readonly roundId: string; readonly sideId: string; readonly code: string },
  actorId: string,
): Flag[] {
  const own = others.find((other) => isSelf(other, side, actorId));
  return own ? [flag('handover-to-self', { roundId, sideId, otherSideId: own.id }, { code })] : [];
}

function signed(
  { roundId, code, destination, boxes }: Pick<HandoverSide, 'roundId' | 'code' | 'destination' | 'boxes'>,
  at: number,
) {
  const tubeCount = boxes.reduce((sum, box) => sum + box.tubes, 0);
  return { roundId, code, destination, boxes, boxCount: boxes.length, tubeCount, at };
}
