import type { ConductBody } from '../contract/commands.ts';

type Draft = ConductBody<'conduct.draft-code'>;

/** A code with two points and as many single-choice questions as asked for, each with its first option right. */
export function aCode(newId: () => string, about: Partial<Draft> & { readonly asks?: number } = {}): Draft {
  const { asks = 5, ...rest } = about;
  const points = ['先问好，再查证', '急救不拦'].map((title) => ({ id: newId(), title, text: '' }));
  const pointId = points[0]?.id ?? null;
  const questions = Array.from({ length: asks }, (_, n) => {
    const options = ['对', '不对', '看情况'].map((text) => ({ id: newId(), text }));
    const right = options.slice(0, 1).map(({ id }) => id);
    return { id: newId(), kind: 'one' as const, text: `第 ${n + 1} 题`, options, right, pointId };
  });
  return { codeId: newId(), group: 'order', title: '门岗守则', points, questions, video: null, ...rest };
}

/** Answers of a sitting: the first `wrong` questions are answered with their last option. */
export const answersTo = ({ questions }: Draft, wrong = 0) =>
  questions.map(({ id: questionId, options, right }, n) => ({
    questionId,
    optionIds: n < wrong ? options.slice(-1).map(({ id }) => id) : right,
  }));
