import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Problem } from '#kernel/problem/problem.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { requireSession } from '#kernel/ui/session.ts';
import { newCommand, newId, submitCommands } from '#kernel/ui/submit.ts';
import type { LabOutcome } from '../../contract/rows.ts';
import type { ResultLine } from '../../domain/results/read-lines.ts';

/** A line whose word is understood. */
export type ToldLine = ResultLine & { readonly outcome: LabOutcome };

/** As many as one command takes. */
const STEP = 500;

/** Records lines in parts. Broken off and begun again, it records nothing twice: a tube's word said again changes nothing. */
export function useRecordResults(roundId: string) {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [recorded, setRecorded] = useState<number | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  const record = async (lines: readonly ToldLine[]): Promise<void> => {
    setBusy(true);
    setProblems([]);
    try {
      for (let from = 0; from < lines.length; from += STEP) {
        const results = lines.slice(from, from + STEP).map(({ tubeCode, outcome, note, reportedAt }) => ({
          resultId: newId(),
          tubeCode,
          outcome,
          note,
          reportedAt,
        }));
        const command = newCommand('testing.record-results', 1, { roundId, results });
        const [answer] = await submitCommands(requireSession().areaId, [command]);
        if (answer?.first === 'refused') {
          setProblems(answer.problems);
          return;
        }
        setRecorded(from + results.length);
      }
    } catch (error) {
      setProblems([problemOf(error)]);
    } finally {
      setBusy(false);
      await queries.invalidateQueries();
    }
  };
  return { record, busy, recorded, problems };
}
