import type { GroupId } from '#core/accounts/contract.ts';
import type { ConductBody } from '../contract/commands.ts';
import type { CodeView } from '../contract/queries.ts';

/** A draft as it is being written: what the command takes, whole. */
export type Draft = ConductBody<'conduct.draft-code'>;
export type DraftPoint = Draft['points'][number];
export type DraftQuestion = Draft['questions'][number];

export const emptyDraft = (group: GroupId, newId: () => string): Draft => ({
  codeId: newId(),
  group,
  title: '',
  points: [],
  questions: [],
  video: null,
});

/**
 * A draft out of a version: the same one to go on with, or under a new id what holds now. Its points and questions keep
 * their ids: what was answered wrongly is known by them.
 */
export function draftOf(code: CodeView, codeId = code.id): Draft {
  const { group, title, points, questions, video } = code;
  return {
    codeId,
    group,
    title,
    points,
    questions,
    // The contract's views are looser than what was parsed on the way in.
    video: video && ({ file: video.file, name: video.name } as Draft['video']),
  };
}

/** Moves a thing up (−1) or down (1); at the end of the list it stays. */
export function moved<T extends { readonly id: string }>(things: readonly T[], id: string, by: -1 | 1): T[] {
  const from = things.findIndex((one) => one.id === id);
  const thing = things[from];
  const to = from + by;
  const other = things[to];
  if (!thing || !other) return [...things];
  const next = [...things];
  next[from] = other;
  next[to] = thing;
  return next;
}

export const changed = <T extends { readonly id: string }>(
  things: readonly T[],
  id: string,
  change: Partial<T>,
): T[] => things.map((one) => (one.id === id ? { ...one, ...change } : one));

export const without = <T extends { readonly id: string }>(things: readonly T[], id: string): T[] =>
  things.filter((one) => one.id !== id);

/** Chooses an option as right: a single choice has one, a multiple one is turned on and off. */
export function withRight(question: DraftQuestion, optionId: string): DraftQuestion {
  if (question.kind === 'one') return { ...question, right: [optionId] };
  const right = question.right.includes(optionId)
    ? question.right.filter((id) => id !== optionId)
    : [...question.right, optionId];
  return { ...question, right };
}

/** A single choice keeps one right option. */
export const withKind = (question: DraftQuestion, kind: DraftQuestion['kind']): DraftQuestion => ({
  ...question,
  kind,
  right: kind === 'one' ? question.right.slice(0, 1) : question.right,
});

export const withoutOption = (question: DraftQuestion, optionId: string): DraftQuestion => ({
  ...question,
  options: without(question.options, optionId),
  right: question.right.filter((id) => id !== optionId),
});

/** A point that goes takes the references to it along. */
export const withoutPoint = (draft: Draft, pointId: string): Draft => ({
  ...draft,
  points: without(draft.points, pointId),
  questions: draft.questions.map((one) => (one.pointId === pointId ? { ...one, pointId: null } : one)),
});

export type Lack = 'title' | 'points' | 'point' | 'question' | 'options' | 'right';

/** What is still missing before it can be kept, with the number of the point or question; null: nothing. */
export function lacking(draft: Draft): { readonly what: Lack; readonly number: number } | null {
  const blank = (text: string) => text.trim() === '';
  if (blank(draft.title)) return { what: 'title', number: 0 };
  if (draft.points.length === 0) return { what: 'points', number: 0 };
  const point = draft.points.findIndex(({ title }) => blank(title));
  if (point >= 0) return { what: 'point', number: point + 1 };
  for (const [n, { text, options, right }] of draft.questions.entries()) {
    if (blank(text)) return { what: 'question', number: n + 1 };
    if (options.length < 2 || options.some((one) => blank(one.text)))
      return { what: 'options', number: n + 1 };
    if (right.length === 0) return { what: 'right', number: n + 1 };
  }
  return null;
}
