import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ProblemError } from '../problem/problem.ts';
import { DEFAULT_LIMITS, type SheetLimits, type Workbook } from './model.ts';
import { sheetProblems } from './problems.ts';
import type { ReadResult, ReadTask } from './read-worker.ts';

/** Enough for `DEFAULT_LIMITS.cells`; a file that needs more ends its thread, never the server. */
const HEAP_MB = 1536;

/** A thread does not take over the loader for TypeScript on Node 20: it registers its own, then runs the reader. */
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx'));
const loader = new URL('./esm/api/index.mjs', tsx).href;
const reader = new URL('./read-worker.ts', import.meta.url).href;
const START = `import(${JSON.stringify(loader)}).then((tsx) => (tsx.register(), import(${JSON.stringify(reader)})))`;

/**
 * Like `readSheet`, in a thread of its own: requests go on while a large file is read, and a file that eats memory
 * or time takes only its thread with it.
 * Throws `ProblemError` with a kind of `sheetProblems`.
 */
export function readSheetAside(bytes: Uint8Array, limits: SheetLimits = DEFAULT_LIMITS): Promise<Workbook> {
  if (bytes.length > limits.fileBytes) {
    return Promise.reject(new ProblemError(sheetProblems['too-big'], { limitBytes: limits.fileBytes }));
  }
  const task: ReadTask = { bytes, limits };
  return new Promise((resolve, reject) => {
    const worker = new Worker(START, {
      eval: true,
      workerData: task,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    const timer = setTimeout(() => {
      fail(new ProblemError(sheetProblems['too-slow'], { limitMs: limits.timeMs }));
    }, limits.timeMs);
    const end = () => {
      clearTimeout(timer);
      void worker.terminate();
    };
    const fail = (error: Error) => {
      end();
      reject(error);
    };
    worker.once('message', (result: ReadResult) => {
      if ('book' in result) {
        end();
        resolve(result.book);
      } else fail(asError(result));
    });
    worker.once('error', (error: NodeJS.ErrnoException) => {
      const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      fail(outOfMemory ? new ProblemError(sheetProblems['too-many-cells'], { limit: limits.cells }) : error);
    });
  });
}

function asError(result: { readonly problem: ProblemError['problem'] }): ProblemError {
  const kind = Object.values(sheetProblems).find((known) => known.code === result.problem.code);
  return new ProblemError(kind ?? sheetProblems.broken, result.problem.details);
}
