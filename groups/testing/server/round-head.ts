import type { RoundHead } from '../contract/queries.ts';
import type { Round } from '../contract/rows.ts';

export function headOf(round: Round): RoundHead {
  const { id, name, mode, poolRatio, state, createdAt, openedAt, closedAt, revisedAt } = round;
  return { id, name, mode, poolRatio, state, createdAt, openedAt, closedAt, revisedAt };
}
