import type { GroupId } from '#core/accounts/contract.ts';
import type { Language } from '#kernel/ui/language.ts';
import { translator } from '#kernel/ui/text.ts';
import { starterText } from '../messages/starter.ts';
import type { Draft } from './draft.ts';

const POINTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** Question → the point it is about, its options and how many of them, from the first, are right. */
const QUESTIONS = [
  { n: 1, point: 2, options: ['a', 'b', 'c'], right: 1 },
  { n: 2, point: 3, options: ['a', 'b', 'c'], right: 1 },
  { n: 3, point: 5, options: ['a', 'b', 'c'], right: 1 },
  { n: 4, point: 6, options: ['a', 'b', 'c'], right: 1 },
  { n: 5, point: 8, options: ['a', 'b', 'c'], right: 1 },
  { n: 6, point: 7, options: ['a', 'b', 'c', 'd'], right: 3 },
] as const;

/** A code for gates to begin with: ten points and six questions, to be changed and published by the area. */
export function starterDraft(group: GroupId, language: Language, newId: () => string): Draft {
  const t = translator(starterText, language);
  const points = POINTS.map((n) => ({ id: newId(), title: t(`point.${n}`), text: t(`point.${n}.text`) }));
  const questions = QUESTIONS.map(({ n, point, options, right }) => {
    const words = options.map((letter) => ({
      id: newId(),
      // The last question alone has a fourth option.
      text: letter === 'd' ? t('question.6.d') : t(`question.${n}.${letter}`),
    }));
    return {
      id: newId(),
      kind: right > 1 ? ('many' as const) : ('one' as const),
      text: t(`question.${n}`),
      options: words,
      right: words.slice(0, right).map(({ id }) => id),
      pointId: points[point - 1]?.id ?? null,
    };
  });
  return { codeId: newId(), group, title: t('title'), points, questions, video: null };
}
