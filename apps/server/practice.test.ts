import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashToken, mintToken } from '#core/accounts/contract.ts';
import { hasPracticeCodes } from '#core/codes/contract.ts';
import { EXPORT_PATH } from '#core/people/contract.ts';
import { type Entered, practicePaths } from '#core/practice/contract.ts';
import { type Database, openDatabase } from '#kernel/db/pool.ts';
import { standOf } from '#kernel/db/testing/stand.ts';
import { readSheet } from '#kernel/sheet/read.ts';
import type { PullResponse } from '#kernel/sync/protocol.ts';
import {
  type Client,
  clientOf,
  openTestServer,
  setUpArea,
  showSecondFactor,
  type TestServer,
} from './testing-server.ts';

const PLANTED = '真名实姓王翠花';

let server: TestServer;
let owner: Database;
let secretary: Client;
let volunteer: Client;

beforeAll(async () => {
  server = await openTestServer();
  owner = openDatabase(server.databaseUrl, { role: 'owner', maxConnections: 1 });
  secretary = await setUpArea(server);
  await plant(secretary, PLANTED);
  volunteer = await invited(secretary, '赵志愿', '19900000007');
});
afterAll(async () => {
  await owner?.destroy();
  await server?.close();
});

const uuid = () => crypto.randomUUID();

async function plant(who: Client, name: string): Promise<void> {
  const [compoundId, buildingId, dwellingId] = [uuid(), uuid(), uuid()];
  const commands = [
    who.envelope('places.add-compound', { compoundId, name: '清源小区', addressRuleId: null }),
    who.envelope('places.add-building', { buildingId, compoundId, label: '3号' }),
    who.envelope('places.add-dwelling', { dwellingId, buildingId, entranceId: null, room: '402', floor: 4 }),
    who.envelope('people.add-resident', {
      residentId: uuid(),
      householdId: uuid(),
      dwellingId,
      set: { name },
    }),
  ];
  const { answers } = (await (await who.push(commands)).json()) as { answers: { outcome: string }[] };
  expect(answers.map((answer) => answer.outcome)).toEqual(['done', 'done', 'done', 'done']);
}

async function invited(by: Client, name: string, phone: string): Promise<Client> {
  const token = mintToken(by.areaId);
  const body = {
    invitationId: uuid(),
    tokenHash: await hashToken(token),
    role: 'volunteer',
    group: null,
    name: null,
    expiresAt: Date.now() + 3_600_000,
  };
  await by.push([by.envelope('accounts.invite', body)]);
  const response = await fetch(`${server.address}/api/join/${token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ memberId: uuid(), name, phone, pin: '735190' }),
  });
  return clientOf(server.address, response);
}

const enter = async (who: Client): Promise<Entered> => {
  const response = await who.post(practicePaths.enter(who.areaId), {});
  expect(response.status).toBe(200);
  return (await response.json()) as Entered;
};
const inPractice = (who: Client, place: Entered) => who.at(place.areaId, place.memberId);

const pulledBy = async (who: Client): Promise<string> => {
  const pulled = (await (await who.pull()).json()) as PullResponse;
  return JSON.stringify(pulled);
};

/** What the search finds, as the screens ask it. */
async function searched(who: Client, words: string): Promise<unknown[]> {
  const response = await who.post('/rpc/people/search', { json: { text: words, limit: 10 } });
  return ((await response.json()) as { json: { found: unknown[] } }).json.found;
}

describe('entering practice', () => {
  it('makes a world of generated people on the area’s own places, and leaves the area as it was', async () => {
    const before = await standOf(owner, secretary.areaId);
    const place = await enter(volunteer);
    expect(place.areaId).not.toBe(volunteer.areaId);
    expect(hasPracticeCodes(place.areaId)).toBe(true);
    const stand = await standOf(owner, place.areaId);
    expect(stand['people.resident']).toBeGreaterThan(20);
    expect(stand['testing.round']).toBe(1);
    expect(stand['testing.lane']).toBe(2);
    expect(await standOf(owner, secretary.areaId)).toEqual(before);
  });

  it('lets a volunteer work at once, with a duty that holds now', async () => {
    const place = await enter(volunteer);
    const text = await pulledBy(inPractice(volunteer, place));
    expect(text).toContain('练习轮次');
    expect(text).toContain('清源小区');
  });

  it('is one place, however often and whoever comes first', async () => {
    const places = await Promise.all([enter(volunteer), enter(volunteer), enter(secretary)]);
    expect(new Set(places.map((place) => place.areaId)).size).toBe(1);
    expect(places[0]).toEqual(places[1]);
    expect(places[2]?.memberId).not.toBe(places[0]?.memberId);
  });

  it('brings a role that changed along', async () => {
    const change = { memberId: volunteer.memberId, role: 'deputy', group: 'testing' };
    await secretary.push([secretary.envelope('accounts.name-leader', change)]);
    const place = await enter(volunteer);
    const session = (await (await volunteer.fetch('/api/session')).json()) as {
      practices: { areaId: string; role: string; group: string | null }[];
    };
    expect(session.practices).toMatchObject([{ areaId: place.areaId, role: 'deputy', group: 'testing' }]);
    await secretary.push([
      secretary.envelope('accounts.name-leader', { ...change, role: 'volunteer', group: null }),
    ]);
  });

  it('is no second place of work: the session names it apart', async () => {
    const session = (await (await volunteer.fetch('/api/session')).json()) as {
      places: { areaId: string }[];
      practices: { areaId: string; practisesFor: string; areaName: string }[];
    };
    expect(session.places.map((place) => place.areaId)).toEqual([volunteer.areaId]);
    expect(session.practices).toMatchObject([
      { practisesFor: volunteer.areaId, areaName: '清源居民区（练习）' },
    ]);
  });

  it('is refused without a session, without a place, and in practice itself', async () => {
    const bare = await fetch(`${server.address}${practicePaths.enter(volunteer.areaId)}`, { method: 'POST' });
    expect(bare.status).toBe(401);
    const stranger = await volunteer.post(practicePaths.enter(uuid()), {});
    expect(stranger.status).toBe(403);
    const place = await enter(volunteer);
    const nested = await inPractice(volunteer, place).post(practicePaths.enter(place.areaId), {});
    expect(nested.status).toBe(409);
    expect(await nested.json()).toMatchObject({ code: 'practice.not-real' });
  });
});

describe('the two worlds', () => {
  it('never mix: no planted name in practice, no practice name in the area', async () => {
    const place = await enter(secretary);
    const there = inPractice(secretary, place);
    expect(await pulledBy(there)).not.toContain('翠花');
    expect(await searched(there, '翠花')).toEqual([]);
    expect(await searched(there, '甲子')).not.toEqual([]);
    expect(await searched(secretary, '甲子')).toEqual([]);
    expect(await searched(secretary, '翠花')).toHaveLength(1);
  });

  it('take no command of each other’s members', async () => {
    const place = await enter(volunteer);
    const wrong = volunteer.at(place.areaId, volunteer.memberId);
    const { answers } = (await (
      await wrong.push([wrong.envelope('testing.open-round', { roundId: uuid() })])
    ).json()) as {
      answers: { outcome: string; problems: { code: string }[] }[];
    };
    expect(answers).toMatchObject([{ outcome: 'refused', problems: [{ code: 'command.not-the-author' }] }]);
  });

  it('are walls to the app’s role: neither sees a row of the other', async () => {
    const place = await enter(volunteer);
    const app = openDatabase(server.databaseUrl, { maxConnections: 1 });
    const seen = await app.transaction().execute(async (trx) => {
      await sql`select set_config('app.area_id', ${place.areaId}, true)`.execute(trx);
      const { rows } = await sql<{ n: number }>`
        select count(*)::int4 as n from people.resident where area_id = ${volunteer.areaId}`.execute(trx);
      return rows[0]?.n;
    });
    await app.destroy();
    expect(seen).toBe(0);
  });
});

describe('starting over', () => {
  it('gives a fresh world and destroys the old one, rows, key and places', async () => {
    const before = await standOf(owner, secretary.areaId);
    const old = await enter(secretary);
    const response = await secretary.post(practicePaths.reset(secretary.areaId), { replaces: old.areaId });
    const fresh = (await response.json()) as Entered;
    expect(fresh).toMatchObject({ generation: old.generation + 1 });
    expect(fresh.areaId).not.toBe(old.areaId);
    await expect
      .poll(async () => Object.values(await standOf(owner, old.areaId)).every((n) => n <= 0), {
        timeout: 20_000,
      })
      .toBe(true);
    await expect
      .poll(() => existsSync(join(server.dataFolder, 'keys', `${old.areaId}.json`)), { timeout: 20_000 })
      .toBe(false);
    expect((await inPractice(secretary, old).pull()).status).toBe(403);
    expect(await standOf(owner, secretary.areaId)).toEqual(before);
  });

  it('makes the same people again, so that printed practice cards stay good', async () => {
    const namesIn = async (areaId: string) => {
      const { rows } = await owner.transaction().execute(async (trx) => {
        await sql`select set_config('app.area_id', ${areaId}, true)`.execute(trx);
        return sql<{
          id: string;
        }>`select id from people.resident where area_id = ${areaId} order by id`.execute(trx);
      });
      return rows.map((row) => row.id);
    };
    const old = await enter(secretary);
    const ids = await namesIn(old.areaId);
    const response = await secretary.post(practicePaths.reset(secretary.areaId), { replaces: old.areaId });
    expect(await namesIn(((await response.json()) as Entered).areaId)).toEqual(ids);
  });

  it('twice is once: who comes late finds the world another has made', async () => {
    const old = await enter(secretary);
    const body = { replaces: old.areaId };
    const both = await Promise.all(
      [1, 2].map(() => secretary.post(practicePaths.reset(secretary.areaId), body)),
    );
    const places = (await Promise.all(both.map((response) => response.json()))) as Entered[];
    expect(places[0]).toEqual(places[1]);
    expect(places[0]?.generation).toBe(old.generation + 1);
  });

  it('is a leader’s: a volunteer is refused, and so is a body without its name', async () => {
    const refused = await volunteer.post(practicePaths.reset(volunteer.areaId), { replaces: null });
    expect(refused.status).toBe(403);
    const bad = await secretary.post(practicePaths.reset(secretary.areaId), { replaces: 'alles' });
    expect(await bad.json()).toMatchObject({ code: 'practice.bad-request', details: { field: 'replaces' } });
  });
});

describe('who leaves the area', () => {
  it('has left its practice too', async () => {
    const leaver = await invited(secretary, '钱要走', '19900000008');
    const place = await enter(leaver);
    expect((await inPractice(leaver, place).pull()).status).toBe(200);
    const body = { memberId: leaver.memberId, reason: '调走' };
    await secretary.push([secretary.envelope('accounts.end-member', body)]);
    await expect
      .poll(async () => (await inPractice(leaver, place).pull()).status, { timeout: 20_000 })
      .toBe(403);
    const session = (await (await leaver.fetch('/api/session')).json()) as { practices: unknown[] };
    expect(session.practices).toEqual([]);
  });
});

describe('what is downloaded', () => {
  const register = async (who: Client) => {
    const response = await who.fetch(EXPORT_PATH);
    const [sheet] = (await readSheet(new Uint8Array(await response.arrayBuffer()))).sheets;
    return { name: response.headers.get('content-disposition'), first: sheet?.rows[0]?.cells[0]?.text };
  };

  it('from practice says so in its name and its first row; from the area it is as ever', async () => {
    const practised = await register(inPractice(secretary, await enter(secretary)));
    expect(practised.name).toContain('filename="practice-register.xlsx"');
    expect(practised.first).toContain('练习');
    await showSecondFactor(secretary);
    const real = await register(secretary);
    expect(real.name).toContain('filename="register.xlsx"');
    expect(real.first).toBe('小区');
  });
});

describe('practice is not counted', () => {
  it('among the areas of the house, so not for residents, exports and figures', async () => {
    await enter(volunteer);
    const page = await (await fetch(`${server.address}/`)).text();
    expect(page).toContain('清源居民区');
    expect(page).not.toContain('（练习）');
    const { areaId } = await enter(volunteer);
    const practised = await (await fetch(`${server.address}/a/${areaId}`)).text();
    expect(practised).toContain('清源居民区（练习）');
    expect(practised).toContain('class="practice"');
  });
});
