import type { Acceptance, GapKind } from '../../contract/reconcile-rows.ts';

/** Something that does not agree, and that a leader settles. */
export interface Gap {
  readonly kind: GapKind;
  /** What it is about: a row's id, or a code where there may be no row. */
  readonly subject: string;
  /** The figures of it: an acceptance holds for these and no others. */
  readonly said: string;
  readonly laneId: string | null;
  /** Swabs it is about. */
  readonly people: number;
  readonly tubeCode: string | null;
  readonly boxCode: string | null;
  readonly handoverCode: string | null;
}
const keyOf = ({ kind, subject, said }: Pick<Gap, 'kind' | 'subject' | 'said'>): string =>
  `${kind}\0${subject}\0${said}`;

/** By gap: the latest word that accepts it as it stands; absent where nobody has. */
export function acceptedBy(acceptances: Iterable<Acceptance>): (gap: Gap) => Acceptance | undefined {
  const words = new Map<string, Acceptance>();
  for (const word of acceptances) {
    const other = words.get(keyOf(word));
    if (!other || other.at < word.at || (other.at === word.at && other.id < word.id)) {
      words.set(keyOf(word), word);
    }
  }
  return (gap) => words.get(keyOf(gap));
}
