import { useState } from 'react';
import type { Problem } from '#kernel/problem/problem.ts';
import { problemOf } from '#kernel/ui/problem-of.ts';
import { MOST_LISTED } from '../../contract/rows.ts';
import { testing } from '../client.ts';
import { uploadSheet } from '../results/upload-sheet.ts';
import { linesOf, type ReadLine } from './list-text.ts';

const NOBODY_CHOSEN: ReadonlyMap<number, string> = new Map();

/** Reading a list on the server, and a sheet into rows of cells. */
export function useReadList() {
  const [lines, setLines] = useState<readonly ReadLine[]>([]);
  const [choices, setChoices] = useState(NOBODY_CHOSEN);
  const [labels, setLabels] = useState<ReadonlyMap<string, string>>(new Map());
  const [rows, setRows] = useState<readonly (readonly string[])[] | null>(null);
  const [tooMany, setTooMany] = useState<{ limit: number; count: number } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [opening, setOpening] = useState(false);

  const forget = () => {
    setLines([]);
    setChoices(NOBODY_CHOSEN);
    setTooMany(null);
    setProblem(null);
  };

  /** @returns null when it could not be read; the problem is shown */
  const read = async (text: string): Promise<readonly ReadLine[] | null> => {
    forget();
    const asked = linesOf(text);
    if (asked.length > MOST_LISTED) {
      setTooMany({ limit: MOST_LISTED, count: asked.length });
      return null;
    }
    setBusy(true);
    try {
      const answer = await testing.call.readList({ lines: asked.map((line) => line.text) });
      const made = asked.map((line, i) => ({
        ...line,
        residentIds: answer.lines[i]?.residentIds ?? [],
        doubt: answer.lines[i]?.doubt ?? null,
      }));
      setLabels(new Map(answer.people.map((p) => [p.residentId, `${p.place} ${p.name}`])));
      setLines(made);
      return made;
    } catch (error) {
      setProblem(problemOf(error));
      return null;
    } finally {
      setBusy(false);
    }
  };

  const open = async (file: File): Promise<void> => {
    setOpening(true);
    setProblem(null);
    try {
      const { sheets } = await uploadSheet(file);
      setRows(sheets[0]?.rows ?? []);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setOpening(false);
    }
  };

  const choose = (number: number, residentId: string): ReadonlyMap<number, string> => {
    const next = new Map(choices).set(number, residentId);
    setChoices(next);
    return next;
  };

  const close = () => setRows(null);
  return { lines, choices, labels, rows, tooMany, problem, busy, opening, forget, read, open, choose, close };
}
