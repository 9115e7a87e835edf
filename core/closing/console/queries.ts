import { moduleClient } from '#kernel/ui/query.ts';
import { requireSession } from '#kernel/ui/session.ts';
import { withStepUp } from '#kernel/ui/step-up.ts';
import type { Order } from '../contract/commands.ts';
import { closingPaths, type Ordered, type Progress, TOKEN_HEADER } from '../contract/http.ts';
import type { queries } from '../contract/queries.ts';
import { type Watched, watch } from './watched.ts';

export const closing = moduleClient<typeof queries>('closing');

/** Orders it and keeps what opens its progress. Throws the problem it answers. */
export async function sendOrder(order: Order): Promise<void> {
  const { areaId } = requireSession();
  const response = await post(closingPaths.order(areaId), order);
  const { closingId, token } = (await response.json()) as Ordered;
  watch({ areaId, closingId, token });
}

/** Throws the problem it answers. */
export async function sendStop({ areaId }: Watched): Promise<void> {
  await post(closingPaths.stop(areaId), {});
}

/** Throws the problem it answers, and `TypeError` while the server is away. */
export async function fetchProgress({ closingId, token }: Watched): Promise<Progress> {
  const response = await fetch(closingPaths.progress(closingId), { headers: { [TOKEN_HEADER]: token } });
  // A proxy answers so for a server that is away.
  if ([502, 503, 504].includes(response.status)) throw new TypeError(response.statusText);
  if (!response.ok) throw await response.json();
  return (await response.json()) as Progress;
}

const post = (path: string, body: object): Promise<Response> =>
  withStepUp(async () => {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw await response.json();
    return response;
  });
