import { Cell } from './cell.ts';
import { problemOf } from './problem-of.ts';

/** The server's word for: first show again that it is you. */
const STEP_UP = 'accounts.step-up';

/** Told whether the person showed it. */
type Answer = (shown: boolean) => void;

/** Set while somebody must show again who it is; whoever draws the dialog answers. */
export const stepUpCell = new Cell<{ readonly answer: Answer } | null>(null);

/**
 * Does something the server may want shown for: then asks the person and does it once more. Throws what the server
 * said when the person does not show it.
 */
export async function withStepUp<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (problemOf(error).code !== STEP_UP || !(await askedNow())) throw error;
    return work();
  }
}

function askedNow(): Promise<boolean> {
  // A dialog that was open already is answered with no: what waits for it must not wait for ever.
  stepUpCell.get()?.answer(false);
  return new Promise((resolve) => {
    stepUpCell.set({
      answer: (shown) => {
        stepUpCell.set(null);
        resolve(shown);
      },
    });
  });
}
