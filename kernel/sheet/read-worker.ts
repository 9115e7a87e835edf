import { parentPort, workerData } from 'node:worker_threads';
import { type Problem, ProblemError } from '../problem/problem.ts';
import type { SheetLimits, Workbook } from './model.ts';
import { sheetProblems } from './problems.ts';
import { readSheet } from './read.ts';

export interface ReadTask {
  readonly bytes: Uint8Array;
  readonly limits: SheetLimits;
}

export type ReadResult = { readonly book: Workbook } | { readonly problem: Problem };

/** An error that is no problem of ours is told as a broken file: its message could quote contents. */
function run(task: ReadTask): ReadResult {
  try {
    return { book: readSheet(task.bytes, task.limits) };
  } catch (error) {
    const known = error instanceof ProblemError ? error : new ProblemError(sheetProblems.broken);
    return { problem: known.problem };
  }
}

parentPort?.postMessage(run(workerData as ReadTask));
