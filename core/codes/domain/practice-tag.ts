import { type Problem, problem } from '#kernel/problem/problem.ts';
import { format } from '#kernel/time-id/uuid.ts';
import { symbolOf, symbolValue } from './alphabet.ts';
import type { CodeKind } from './kinds.ts';
import { areaTag } from './plain.ts';
import { codesProblems } from './problems.ts';

/**
 * The first symbol of the tags of practice areas, and of no others: a code says by itself that it is for practice, so
 * a phone that has never heard of that area says so too, with no network.
 */
const PRACTICE = 'Z';

const isPracticeTag = (tag: string): boolean => tag.startsWith(PRACTICE);

/** Why a sound code of another area is no good here; the tags differ. */
export function otherAreaProblem(found: string, ours: string, kind: CodeKind): Problem {
  if (isPracticeTag(found) === isPracticeTag(ours)) return problem(codesProblems['foreign-area'], { kind });
  return problem(codesProblems[isPracticeTag(found) ? 'practice-code' : 'real-code'], { kind });
}

/** Whether an area's codes read as practice codes. */
export const hasPracticeCodes = (areaId: string): boolean => isPracticeTag(areaTag(areaId));

/**
 * An id for an area whose codes are practice codes. All practice areas of one real area have one tag, so what was
 * printed for practice is good after a reset.
 * @param fresh a new UUID; only its last ten bits change
 */
export function practiceAreaId(fresh: string, practisesFor: string): string {
  return withTag(fresh, PRACTICE + areaTag(practisesFor).charAt(1));
}

/** A fresh UUID as the id of a real area: one of 32 would read as practice and gets another first symbol. */
export function realAreaId(fresh: string): string {
  const tag = areaTag(fresh);
  return isPracticeTag(tag) ? withTag(fresh, symbolOf(0) + tag.charAt(1)) : fresh;
}

function withTag(id: string, tag: string): string {
  const [high = 0, low = 0] = [...tag].map((symbol) => symbolValue(symbol));
  const hex = id.replaceAll('-', '');
  const kept = Number.parseInt(hex.slice(-3), 16) & 0xc00;
  const end = (kept | (high << 5) | low).toString(16).padStart(3, '0');
  const bytes = hex.slice(0, -3) + end;
  return format(
    Uint8Array.from({ length: 16 }, (_, i) => Number.parseInt(bytes.slice(2 * i, 2 * i + 2), 16)),
  );
}
