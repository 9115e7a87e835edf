import type { Code } from '../contract/rows.ts';
import { answerKey } from './answer-key.ts';

export interface Answered {
  readonly questionId: string;
  readonly optionIds: readonly string[];
}

export interface Marked {
  readonly right: number;
  readonly of: number;
  /** Ids of questions answered wrongly or not at all, in the code's order. */
  readonly wrong: readonly string[];
  readonly passed: boolean;
}

/**
 * Marks a sitting: a question is right when exactly the right options were chosen. The same on the phone and at the
 * server. @param percent of the questions that must be right
 */
export function markQuiz(
  code: Pick<Code, 'id' | 'questions' | 'keys'>,
  answers: readonly Answered[],
  percent: number,
): Marked {
  const chosen = new Map(answers.map(({ questionId, optionIds }) => [questionId, optionIds]));
  const wrong = code.questions
    .filter(({ id }) => {
      const optionIds = chosen.get(id);
      return optionIds === undefined || answerKey(code.id, id, optionIds) !== code.keys[id];
    })
    .map(({ id }) => id);
  const of = code.questions.length;
  const right = of - wrong.length;
  return { right, of, wrong, passed: of > 0 && right * 100 >= percent * of };
}
