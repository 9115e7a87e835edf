import { fnv1a } from './fnv.ts';

/** The same things in an order of their own for each sitting, so that "the second one" is no answer to hand on. */
export function shuffled<T extends { readonly id: string }>(
  things: readonly T[],
  attemptId: string,
): readonly T[] {
  // What comes last stirs a hash of this kind least: both stand before something.
  const place = (id: string) => fnv1a(`${attemptId}/${id}/${attemptId}`);
  return [...things].sort((a, b) => place(a.id) - place(b.id) || (a.id < b.id ? -1 : 1));
}
