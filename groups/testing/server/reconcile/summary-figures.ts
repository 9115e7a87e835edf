import { createHash } from 'node:crypto';
import { canonicalJson } from '#kernel/command/canonical.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Gaps, Transport } from '../../contract/handover-queries.ts';
import type { Board } from '../../contract/queries.ts';
import { readBoard } from '../board.ts';
import type { TestingDoors } from '../doors.ts';
import { readTransport } from '../handover/read-transport.ts';
import { readGaps } from './read-gaps.ts';

export interface SummaryParts {
  readonly board: Board;
  readonly transport: Transport;
  readonly gaps: Gaps;
  /** SHA-256 over the figures, hex. */
  readonly hash: string;
}

/** All that a summary says of a round, out of one view of the area. */
export async function readSummaryParts(
  tx: AreaTx,
  doors: TestingDoors,
  roundId: string,
  now: number,
): Promise<SummaryParts> {
  const board = await readBoard(tx, doors, roundId, now);
  const transport = await readTransport(tx, doors, roundId, now);
  const gaps = await readGaps(tx, doors, roundId, now);
  const figures = canonicalJson(figuresOf(board, transport, gaps));
  return { board, transport, gaps, hash: createHash('sha256').update(figures).digest('hex') };
}

/** What is signed: numbers, codes and times, without names and without what moves by itself as time goes by. */
function figuresOf(board: Board, { boxes, handovers }: Transport, { gaps }: Gaps) {
  const { sites, total, people, repeats, unknownPackings, buildings, discrepancies } = board;
  return {
    roundId: board.round.id,
    lanes: sites.flatMap((site) =>
      site.lanes.map(({ laneId, figures, differences }) => ({ laneId, figures, differences })),
    ),
    ...{ total, people, repeats, unknownPackings, discrepancies },
    buildings: buildings.map(({ buildingId, expected, sampled, missed, away, exempt }) => ({
      ...{ buildingId, expected, sampled, missed, away, exempt },
    })),
    boxes: boxes.map(({ code, tubes, people: swabs, sealedAt, sealNumber, temperature, counts, clock }) => ({
      ...{ code, tubes, swabs, sealedAt, sealNumber, temperature, arrivedAt: clock.arrivedAt },
      counts: counts.map((count) => count.tubes),
    })),
    handovers: handovers.map(({ code, destination, state, boxes: handed, given, received }) => ({
      ...{ code, destination, state, handed, givenAt: given?.at ?? null, receivedAt: received?.at ?? null },
    })),
    gaps: gaps.map(({ kind, subject, said, accepted }) => ({
      kind,
      subject,
      said,
      accepted: accepted?.note ?? null,
    })),
  };
}
