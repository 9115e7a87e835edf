import type { Settlement } from '#kernel/command/command.ts';
import type { Tube } from '../../contract/rows.ts';
import type { TestingState } from '../state.ts';

/**
 * Open contradictions that a correction takes away: too many in the tube that some of them leave, and a swab into a
 * closed tube that was never in it.
 * @param count how many are left in `from`
 */
export function settledBy(
  state: TestingState,
  from: Tube,
  count: number,
  moved: readonly string[],
): readonly Settlement[] {
  const gone = [...state.discrepancies.values()].filter(({ code, subjects, settled }) => {
    if (settled || subjects.tubeId !== from.id) return false;
    if (code === 'testing.tube-over-ratio') return count <= from.ratio;
    return code === 'testing.sample-into-closed-tube' && moved.includes(subjects.sampleId ?? '');
  });
  return gone.map(({ id }) => ({ discrepancyId: id, resolution: 'corrected', note: '' }));
}
