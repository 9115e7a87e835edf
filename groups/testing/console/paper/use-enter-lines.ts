import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer } from '#kernel/command/command.ts';
import type { Problem } from '#kernel/problem/problem.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { requireSession } from '#kernel/ui/session.ts';
import { newCommand, submitCommands } from '#kernel/ui/submit.ts';
import { bodyOf, type PaperLine, type SheetOf } from './sheet.ts';

/** So many lines travel together; a page of paper is less. */
const STEP = 100;

export interface Entered {
  readonly done: number;
  /** Recognised as swabs that a phone brought. */
  readonly known: number;
  readonly flagged: number;
}

/**
 * Enters lines, each with its own time. What was answered leaves the sheet; what was refused or never arrived stays,
 * and entering it again does nothing twice.
 */
export function useEnterLines(onDone: (sampleIds: ReadonlySet<string>) => void) {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [entered, setEntered] = useState<Entered | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  const enter = async (lines: readonly PaperLine[], sheet: SheetOf, known: ReadonlySet<string>) => {
    setBusy(true);
    setProblems([]);
    const sum = { done: 0, known: 0, flagged: 0 };
    const refused: Problem[] = [];
    try {
      for (let from = 0; from < lines.length; from += STEP) {
        const part = lines.slice(from, from + STEP);
        const answers = await submitCommands(
          requireSession().areaId,
          part.map((line) => ({
            ...newCommand('testing.sample', 1, bodyOf(line, sheet)),
            id: line.commandId,
          })),
        );
        const gone = new Set<string>();
        for (const [i, line] of part.entries()) {
          const answer: Answer | undefined = answers[i];
          if (answer && answer.first !== 'refused') {
            gone.add(line.sampleId);
            sum.done += 1;
            if (known.has(line.sampleId)) sum.known += 1;
            if (answer.first === 'flagged') sum.flagged += 1;
          } else refused.push(...(answer?.problems ?? []));
        }
        onDone(gone);
      }
    } catch (error) {
      refused.push(problemOf(error));
    }
    setProblems(distinct(refused));
    setEntered(sum.done > 0 ? sum : null);
    setBusy(false);
    await queries.invalidateQueries();
  };
  return { enter, busy, entered, problems };
}

/** Twenty lines refused for one reason are one reason. */
const distinct = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((one) => [`${one.code} ${JSON.stringify(one.details)}`, one])).values(),
];
