import { useMemo } from 'react';
import type { Problem } from '../problem/problem.ts';
import { type Language, languageCell } from './language.ts';
import { useCell } from './store.ts';
import { type Messages, problemText, type Text, type Translate, translator } from './text.ts';

/** `const t = useText(text); t('close-tube')`: typed keys and placeholders, in the language of the screen. */
export function useText<const M extends Messages>(text: Text<M>): Translate<M> {
  const language = useLanguage();
  return useMemo(() => translator(text, language), [text, language]);
}

export function useLanguage(): Language {
  return useCell(languageCell);
}

/** Problems in plain words, in the language of the screen. */
export function useProblemText(): (problem: Pick<Problem, 'code' | 'details'>) => string {
  const language = useLanguage();
  return (problem) => problemText(problem, language);
}
