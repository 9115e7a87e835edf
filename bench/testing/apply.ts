import { openSlowPage } from '../page.ts';
import type { Applied } from './phone-page.ts';
import type { Snapshot } from './snapshot.ts';

/** The pages as the server sent them, compressed, taken in by a slow phone. */
export async function applyOnSlowPhone({ pages }: Snapshot): Promise<Applied> {
  const { page, close } = await openSlowPage(
    new URL('phone-page.ts', import.meta.url),
    (request, response) => {
      const asked = pages[Number(request.url?.split('/').at(-1))];
      response.setHeader('content-type', 'application/json');
      if (asked?.encoding) response.setHeader('content-encoding', asked.encoding);
      response.end(asked?.travelled);
    },
  );
  try {
    return await page.evaluate((count) => window.apply(count), pages.length);
  } finally {
    await close();
  }
}
