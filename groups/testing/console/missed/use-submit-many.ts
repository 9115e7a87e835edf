import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer } from '#kernel/command/command.ts';
import type { Problem } from '#kernel/problem/problem.ts';
import { notify } from '#kernel/ui/notices.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { requireSession } from '#kernel/ui/session.ts';
import { newCommand, submitCommands } from '#kernel/ui/submit.ts';

/** One click that makes a command for each of several people, sent together; what was refused is said in place. */
export function useSubmitMany(done: string) {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  const submit = async (kind: string, bodies: readonly object[]): Promise<readonly Answer[]> => {
    setBusy(true);
    try {
      const commands = bodies.map((body) => newCommand(kind, 1, body));
      const answers = await submitCommands(requireSession().areaId, commands);
      const refused = answers.flatMap(({ first, problems: why }) => (first === 'refused' ? why : []));
      setProblems([...new Map(refused.map((problem) => [problem.code, problem])).values()]);
      if (refused.length === 0) notify('done', done);
      await queries.invalidateQueries();
      return answers;
    } catch (error) {
      setProblems([problemOf(error)]);
      return [];
    } finally {
      setBusy(false);
    }
  };
  return { submit, busy, problems };
}
