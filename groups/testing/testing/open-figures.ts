import type { Board, RowFigure } from '../contract/queries.ts';
import { FIGURES } from '../contract/reconciliation.ts';
import type { TestingWorld } from './world.ts';

/** How many rows a figure opens to, next to what the board says. */
export interface OpenedFigure {
  readonly figure: RowFigure;
  readonly laneId: string | null;
  readonly said: number;
  readonly rows: number;
}

/** Opens every figure of a board to its rows. */
export async function openEveryFigure(t: TestingWorld, board: Board): Promise<OpenedFigure[]> {
  const opened: OpenedFigure[] = [];
  const open = async (figure: RowFigure, said: number, laneId?: string) => {
    const roundId = board.round.id;
    const rows = await t.ask((c) => c.rows({ roundId, figure, limit: 500, ...(laneId && { laneId }) }));
    opened.push({ figure, laneId: laneId ?? null, said, rows: rows.rows.length });
  };
  for (const lane of board.sites.flatMap((site) => site.lanes)) {
    for (const figure of FIGURES) await open(figure, lane.figures[figure], lane.laneId);
    for (const { kind, rows } of lane.differences) await open(kind, rows, lane.laneId);
  }
  for (const figure of FIGURES) await open(figure, board.total[figure]);
  await open('people', board.people);
  await open('repeats', board.repeats);
  await open('unknown-packings', board.unknownPackings);
  for (const [figure, said] of Object.entries(board.coverage)) await open(figure as RowFigure, said);
  return opened;
}
