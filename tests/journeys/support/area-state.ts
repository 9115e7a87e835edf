import type { Page } from 'playwright-core';
import { PROTOCOL, type PulledRow, type PullResponse } from '#kernel/sync/protocol.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';

/** What the area knows, read through the session of a page as a phone would read it. @returns rows of one collection */
export async function rowsOf(
  page: Page,
  house: string,
  areaId: string,
  collection: string,
): Promise<readonly PulledRow[]> {
  const rows: PulledRow[] = [];
  const held: Record<string, number> = {};
  for (let more = true; more; ) {
    const response = await page.request.post(`${house}/api/areas/${areaId}/pull`, {
      data: { protocol: PROTOCOL, deviceId: uuidv7(Date.now()), held, pending: 0 },
    });
    const answer = (await response.json()) as PullResponse;
    more = answer.terms.some((term) => term.more);
    for (const { term, version, collections } of answer.terms) {
      held[term] = version;
      rows.push(...(collections[collection]?.rows ?? []));
    }
  }
  return rows;
}

/** One command by whoever the page is signed in as. @returns its problems' codes */
export async function command(
  page: Page,
  house: string,
  place: { readonly areaId: string; readonly memberId: string },
  kind: string,
  body: object,
): Promise<readonly string[]> {
  const envelope = {
    id: uuidv7(Date.now()),
    kind,
    v: 1,
    claimedAt: Date.now(),
    actorId: place.memberId,
    body,
  };
  const response = await page.request.post(`${house}/api/areas/${place.areaId}/push`, {
    data: { protocol: PROTOCOL, deviceId: uuidv7(Date.now()), clockOffset: 0, commands: [envelope] },
  });
  const { answers } = (await response.json()) as { answers: { problems: { code: string }[] }[] };
  return answers.flatMap(({ problems }) => problems.map(({ code }) => code));
}

/** The member whose session the page has in the area. */
export async function memberOf(page: Page, house: string, areaId: string): Promise<string> {
  const response = await page.request.get(`${house}/api/session`);
  const { places } = (await response.json()) as { places: { areaId: string; memberId: string }[] };
  const place = places.find((found) => found.areaId === areaId);
  if (!place) throw new Error('no place there');
  return place.memberId;
}
