import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer } from '../command/command.ts';
import type { Problem } from '../problem/problem.ts';
import { currentLanguage } from './language.ts';
import { uiText } from './messages/index.ts';
import { notify } from './notices.ts';
import { problemOf } from './problem-of.ts';
import { requireSession } from './session.ts';
import { newCommand, submitCommands } from './submit.ts';
import { problemText, translator } from './text.ts';

/** What a form needs of a console click: send it, is it under way, why did it fail. */
export interface Submitting {
  /** Sends one command; resolves with its answer, or null when the line was broken. Says the outcome in a toast. */
  readonly submit: (kind: string, v: number, body: unknown) => Promise<Answer | null>;
  readonly busy: boolean;
  /** The problems of the last try, to be shown in place with `ProblemAlert`. */
  readonly problems: readonly Problem[];
  readonly clear: () => void;
}

/** @param done the toast's words when it worked; "办好了" where none are given */
export function useSubmit(done?: string): Submitting {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  const submit = async (kind: string, v: number, body: unknown): Promise<Answer | null> => {
    setBusy(true);
    try {
      const [answer] = await submitCommands(requireSession().areaId, [newCommand(kind, v, body)]);
      if (!answer) throw new Error(`${kind} was not answered`);
      setProblems(answer.problems);
      sayOutcome(answer, done);
      await queries.invalidateQueries();
      return answer;
    } catch (error) {
      const problem = problemOf(error);
      setProblems([problem]);
      notify('refused', problemText(problem, currentLanguage()));
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { submit, busy, problems, clear: () => setProblems([]) };
}

function sayOutcome(answer: Answer, done: string | undefined): void {
  const t = translator(uiText, currentLanguage());
  const [problem] = answer.problems;
  if (answer.first === 'done')
    notify('done', answer.outcome === 'already' ? t('outcome.already') : (done ?? t('outcome.done')));
  else if (problem) notify(answer.first, problemText(problem, currentLanguage()));
  else notify(answer.first, t(`outcome.${answer.first}`));
}
