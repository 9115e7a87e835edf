import { openSlowPage, SLOWDOWN } from './page.ts';
import type { Measured } from './phone-replica/page.ts';

const ROWS = 25_000;
const PENDING = 500;

/** Milliseconds at 4× slow-down; a gate decides in 50 and the shell opens in 2,000 (quality.md). */
const LIMITS: Partial<Record<keyof Measured, number>> = {
  hydratePending: 1500,
  dispatchMedian: 50,
  smallPull: 500,
};

/**
 * A phone's replica in real Chromium, slowed down: the largest area's rows pulled, hydrated, and 500 waiting commands
 * laid over them.
 * @returns whether the bars are met
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const { page, close } = await openSlowPage(new URL('phone-replica/page.ts', import.meta.url));
  try {
    const measured = await page.evaluate(([rows, pending]) => window.measure(rows, pending), [
      ROWS,
      PENDING,
    ] as const);
    return report(measured, args.includes('--json'));
  } finally {
    await close();
  }
}

function report(measured: Measured, json: boolean): boolean {
  let allMet = true;
  for (const [name, value] of Object.entries(measured)) {
    const limit = LIMITS[name as keyof Measured];
    const met = limit === undefined || value <= limit;
    allMet &&= met;
    const bar = limit === undefined ? '' : `bar ${limit}: ${met ? 'met' : 'NOT met'}`;
    print(`${name.padEnd(20)}${String(value).padStart(9)}  ${bar}`);
  }
  if (json) print(JSON.stringify({ slowdown: SLOWDOWN, ...measured, limits: LIMITS, met: allMet }));
  return allMet;
}

const print = (line: string) => process.stdout.write(`${line}\n`);
