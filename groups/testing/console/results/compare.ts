import { isProblem, type ReadContext, readCode } from '#core/codes/contract.ts';
import type { TubeResult } from '../../contract/result-queries.ts';
import type { ResultLine } from '../../domain/results/read-lines.ts';

/** What a line would come to; the server decides. */
export type LineFate =
  /** The first word on this tube. */
  | 'new'
  /** Another word than before: the earlier one is kept. */
  | 'corrects'
  /** Said already. */
  | 'same'
  /** No phone has brought a tube of that code. Entered all the same: its phone may sync later. */
  | 'unmatched'
  /** Nobody has said what its word means; left out. */
  | 'asked';

export function fateOf(line: ResultLine, tubes: ReadonlyMap<string, TubeResult>): LineFate {
  if (line.outcome === null) return 'asked';
  const tube = tubes.get(line.tubeCode);
  if (!tube) return 'unmatched';
  if (tube.outcome === null) return 'new';
  return tube.outcome === line.outcome && tube.note === line.note ? 'same' : 'corrects';
}

/** A tube's code as it is stored; what is no code of ours or the laboratory's stays as written. */
export function canonicalTube(context: ReadContext): (written: string) => string {
  return (written) => {
    const read = readCode(written, context);
    return !isProblem(read) && read.kind === 'tube' ? read.text : written.trim().toUpperCase();
  };
}
