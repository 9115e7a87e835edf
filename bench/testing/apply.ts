import { serialOf } from '#core/codes/contract.ts';
import type { Heard } from '../caller.ts';
import { openSlowPage, SLOWDOWN } from '../page.ts';
import type { Snapshot } from './snapshot.ts';

/** Milliseconds. */
export interface Applied {
  /** From asking for the first page to every row encrypted on the disk and in memory, ready for work. */
  readonly apply: number;
  /** Processor time of the page's own thread meanwhile, at full speed, times the slow-down: what a busy machine cannot hide. */
  readonly processor: number;
  /** From opening the database again to the same. */
  readonly reopen: number;
  /** The first code read after either: found, looked up in the round, and the swab kept on the disk. */
  readonly scan: number;
  readonly scanReopened: number;
}

/** The pages as the server sent them, compressed, taken in by a slow phone. */
export async function applyOnSlowPhone(
  { pages }: Snapshot,
  residentIds: readonly string[],
): Promise<Applied> {
  const slow = await takeIn(pages, residentIds, SLOWDOWN);
  const fast = await takeIn(pages, residentIds, 1);
  return { ...slow, processor: fast.processor * SLOWDOWN };
}

async function takeIn(
  pages: readonly Heard[],
  residentIds: readonly string[],
  rate: number,
): Promise<Applied> {
  const { page, devtools, close } = await openSlowPage(
    new URL('phone-page.ts', import.meta.url),
    (request, response) => {
      const asked = pages[Number(request.url?.split('/').at(-1))];
      response.setHeader('content-type', 'application/json');
      if (asked?.encoding) response.setHeader('content-encoding', asked.encoding);
      response.end(asked?.travelled);
    },
    rate,
  );
  const serial = serialOf(residentIds.at(residentIds.length / 2) ?? '');
  const threadTime = async (): Promise<number> => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  try {
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    const before = await threadTime();
    const taken = await page.evaluate(([count, code]) => window.takeIn(count, code), [
      pages.length,
      serial,
    ] as const);
    const processor = (await threadTime()) - before;
    const reopened = await page.evaluate((code) => window.reopen(code), serial);
    const people = residentIds.length;
    if (reopened.people !== people) throw new Error(`${reopened.people} people instead of ${people}`);
    return {
      apply: taken.ms,
      processor,
      reopen: reopened.ms,
      scan: taken.scan,
      scanReopened: reopened.scan,
    };
  } finally {
    await close();
  }
}
