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
}

/** The pages as the server sent them, compressed, taken in by a slow phone. */
export async function applyOnSlowPhone({ pages }: Snapshot, people: number): Promise<Applied> {
  const slow = await takeIn(pages, people, SLOWDOWN);
  const fast = await takeIn(pages, people, 1);
  return { apply: slow.apply, reopen: slow.reopen, processor: fast.processor * SLOWDOWN };
}

async function takeIn(pages: readonly Heard[], people: number, rate: number): Promise<Applied> {
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
  const threadTime = async (): Promise<number> => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  try {
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    const before = await threadTime();
    const apply = await page.evaluate((count) => window.takeIn(count), pages.length);
    const processor = (await threadTime()) - before;
    const reopened = await page.evaluate(() => window.reopen());
    if (reopened.people !== people) throw new Error(`${reopened.people} people instead of ${people}`);
    return { apply, processor, reopen: reopened.ms };
  } finally {
    await close();
  }
}
