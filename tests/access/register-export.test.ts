import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Client,
  openTestServer,
  setUpArea,
  showSecondFactor,
  type TestServer,
} from '#apps/server/testing-server.ts';
import { SUBJECT_SHEET_PATH } from '#core/people/contract/by-hand-queries.ts';
import { EXPORT_PATH, LOOKS_PATH } from '#core/people/contract/export.ts';
import { readSheet } from '#kernel/sheet/read.ts';

let server: TestServer;
let secretary: Client;

beforeAll(async () => {
  server = await openTestServer();
  secretary = await setUpArea(server);
});
afterAll(() => server.close());

describe('whatever leaves the house as a sheet', () => {
  it('is for who has a second factor: each refusal names it', async () => {
    const id = crypto.randomUUID();
    for (const path of [
      EXPORT_PATH,
      LOOKS_PATH,
      `${SUBJECT_SHEET_PATH}?request=${id}`,
      '/api/privacy/records.xlsx',
      '/api/privacy/assessment.xlsx',
      `/api/areas/${secretary.areaId}/testing/rounds/${id}/export.xlsx`,
    ]) {
      const refused = await secretary.fetch(path);
      expect(refused.status, path).toBe(403);
      expect(await refused.json(), path).toMatchObject({ code: 'accounts.needs-second-factor' });
    }
    await showSecondFactor(secretary);
  });
});

describe('the exported register', () => {
  it('is for the desk, as a sheet that no browser keeps', async () => {
    const response = await secretary.fetch(EXPORT_PATH);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const { sheets } = readSheet(new Uint8Array(await response.arrayBuffer()));
    expect(sheets[0]?.rows[0]?.cells.map((cell) => cell?.text)).toContain('登记编号');
  });

  it('is not for a stranger, nor for a member of another area', async () => {
    const named = { headers: { 'x-concerto-area': secretary.areaId } };
    expect((await fetch(`${server.address}${EXPORT_PATH}`, named)).status).toBe(401);
    const elsewhere = { headers: { 'x-concerto-area': crypto.randomUUID() } };
    expect((await secretary.fetch(EXPORT_PATH, elsewhere)).status).toBe(403);
  });
});
