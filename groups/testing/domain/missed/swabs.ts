import { inRound, type TestingState } from '../state.ts';

/** Of a known person, in a tube. */
export interface Swab {
  readonly id: string;
  readonly roundId: string;
  readonly residentId: string;
  readonly at: number;
}

export interface SwabChanges {
  readonly gained: readonly Swab[];
  readonly lost: ReadonlySet<string>;
}

/** The person's swabs as they stand after the changes, as far as they are loaded, the first taken first. */
export function standingSwabs(
  state: TestingState,
  residentId: string,
  roundId: string,
  { gained, lost }: SwabChanges,
): Swab[] {
  const rounds = new Set([roundId, ...state.swabRounds]);
  const known = [...rounds]
    .flatMap((id) => state.samples.by('person', inRound(id, residentId)))
    .filter(({ id, tubeId }) => !lost.has(id) && (state.tubes.get(tubeId)?.voidedAt ?? null) === null)
    .map((sample) => ({ id: sample.id, roundId: sample.roundId, residentId, at: sample.at }));
  return [...known, ...gained.filter((swab) => swab.residentId === residentId)].sort(
    (a, b) => a.at - b.at || (a.id < b.id ? -1 : 1),
  );
}
