import type { Page } from 'playwright-core';
import { codeOfRow } from '#core/codes/contract.ts';

export interface FoundPerson {
  readonly id: string;
  readonly name: string;
  readonly building: string;
  readonly room: string;
  /** What the printed card says. */
  readonly code: string;
}

interface Found {
  readonly id: string;
  readonly name: string;
  readonly compound: string;
  readonly building: string;
  readonly room: string;
}

/** Who lives in a building, in address order, asked as the console's search does; codes as the card print makes them. */
export async function peopleOf(
  page: Page,
  house: string,
  areaId: string,
  compound: string,
  building: string,
): Promise<FoundPerson[]> {
  const response = await page.request.post(`${house}/rpc/people/search`, {
    headers: { 'x-concerto-area': areaId },
    data: { json: { text: `${building}-`, limit: 50 } },
  });
  const { json } = (await response.json()) as { json: { found: Found[] } };
  return json.found
    .filter((person) => person.compound === compound && person.building === building)
    .sort((a, b) => Number(a.room) - Number(b.room))
    .map(({ id, name, room, building }) => ({
      id,
      name,
      building,
      room,
      code: codeOfRow('person', areaId, id),
    }));
}

/** The area the signed-in page works in. */
export async function areaOf(page: Page, house: string): Promise<string> {
  const response = await page.request.get(`${house}/api/session`);
  const { places } = (await response.json()) as { places: { areaId: string }[] };
  const areaId = places[0]?.areaId;
  if (!areaId) throw new Error('the session has no place');
  return areaId;
}
