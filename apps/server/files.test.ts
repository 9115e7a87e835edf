import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashToken, mintToken } from '#core/accounts/contract.ts';
import { type Entered, practicePaths } from '#core/practice/contract.ts';
import { aRound, lanesOf } from '#groups/testing/testing/area.ts';
import { aCheck, pointAt, standardLists } from '#groups/testing/testing/set-up.ts';
import { describeFile, type NewFile } from '#kernel/files/client/describe.ts';
import { sealFile } from '#kernel/files/client/seal-file.ts';
import { CHUNK_BYTES, filePath, type PictureType, sealedSize, uploadPath } from '#kernel/files/contract.ts';
import { aPhoto, jpegBytes } from '#kernel/files/testing/pictures.ts';
import { filesTransport } from '#kernel/sync/client/files-transport.ts';
import { TransportFault } from '#kernel/sync/client/transport.ts';
import { type Client, clientOf, openTestServer, setUpArea, type TestServer } from './testing-server.ts';

/** Photos over the wire: bytes come in without a session, and go out with one that may. */
let server: TestServer;
let secretary: Client;
let volunteer: Client;
let practised: Client;
const uuid = () => crypto.randomUUID();
const { signal } = new AbortController();

beforeAll(async () => {
  server = await openTestServer();
  secretary = await setUpArea(server);
  volunteer = await invited('赵志愿', '19900000007');
  const response = await secretary.post(practicePaths.enter(secretary.areaId), {});
  const { areaId, memberId } = (await response.json()) as Entered;
  practised = secretary.at(areaId, memberId);
});
afterAll(() => server?.close());

async function invited(name: string, phone: string): Promise<Client> {
  const token = mintToken(secretary.areaId);
  const invitation = { role: 'volunteer', group: 'testing', name: null, expiresAt: Date.now() + 3_600_000 };
  const body = { invitationId: uuid(), tokenHash: await hashToken(token), ...invitation };
  await secretary.push([secretary.envelope('accounts.invite', body)]);
  const response = await fetch(`${server.address}/api/join/${token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ memberId: uuid(), name, phone, pin: '735190' }),
  });
  return clientOf(server.address, response);
}

/** A round with a list, and one point of it checked with that photo. @returns the last answer's outcome */
async function announce(photo: NewFile<PictureType>, by = secretary, checker = by): Promise<string> {
  const round = aRound(uuid, { sites: 1, lanesPerSite: 1 });
  expect(lanesOf(round)).toHaveLength(1);
  const lists = standardLists(round, uuid);
  await by.push([by.envelope('testing.create-round', round), by.envelope('testing.set-check-list', lists)]);
  const check = aCheck(uuid, round.roundId, pointAt(lists, 0, 0), { photo: photo.ref });
  const answered = await checker.push([checker.envelope('testing.check-point', check)]);
  const { answers } = (await answered.json()) as { answers: { outcome: string }[] };
  return answers[0]?.outcome ?? '';
}

const wire = (areaId: string) => filesTransport({ areaId, origin: server.address });

/** Sent as a phone sends it. */
async function send(photo: NewFile, areaId = secretary.areaId): Promise<void> {
  const { fileId } = photo.ref;
  const { sealed, key } = await sealFile(photo.bytes, areaId, fileId);
  for (let at = 0; at < sealed.length; at += CHUNK_BYTES) {
    const chunk = sealed.slice(at, at + CHUNK_BYTES);
    expect(await wire(areaId).append(fileId, at, chunk, signal)).toMatchObject({
      received: at + chunk.length,
    });
  }
  expect(await wire(areaId).finish(fileId, { plain: key }, signal)).toBe(true);
}

const get = (who: Client, fileId: string, areaId = who.areaId) => who.fetch(filePath(areaId, fileId));
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

describe('a photo over the wire', () => {
  it('comes in pieces without a session, and goes out to a leader as it was, and as nothing else', async () => {
    const photo = await aPhoto(jpegBytes(150_000));
    expect(await announce(photo)).toBe('done');
    expect(await codeOf(await get(secretary, photo.ref.fileId))).toBe('files.not-here-yet');
    await send(photo);
    expect(await wire(secretary.areaId).state(photo.ref.fileId, signal)).toEqual({
      received: sealedSize(150_000),
      complete: true,
    });
    const response = await get(secretary, photo.ref.fileId);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer()).equals(photo.bytes)).toBe(true);
    const header = (name: string) => response.headers.get(name);
    expect(header('content-type')).toBe('image/jpeg');
    expect(header('content-disposition')).toBe(`attachment; filename="${photo.ref.fileId}.jpg"`);
    expect(header('x-content-type-options')).toBe('nosniff');
    expect(header('content-security-policy')).toContain("default-src 'none'");
    expect(header('cache-control')).toContain('no-store');
    expect(header('cross-origin-resource-policy')).toBe('same-origin');
  });

  it('is refused to a volunteer, to nobody, and to whoever asks from another area', async () => {
    const photo = await aPhoto(jpegBytes(500));
    await announce(photo);
    await send(photo);
    const { fileId } = photo.ref;
    expect((await get(volunteer, fileId)).status).toBe(403);
    expect((await fetch(server.address + filePath(secretary.areaId, fileId))).status).toBe(401);
    expect(await codeOf(await get(practised, fileId))).toBe('files.no-such-file');
    expect((await wire(practised.areaId).state(fileId, signal)) === null).toBe(true);
  });

  it('of a volunteer without a duty is not taken in: the record was refused', async () => {
    const photo = await aPhoto(jpegBytes(500));
    expect(await announce(photo, secretary, volunteer)).toBe('refused');
    expect(await wire(secretary.areaId).state(photo.ref.fileId, signal)).toBeNull();
    await expect(send(photo)).rejects.toThrow();
  });

  it('sent on from where the server says it stopped, also by somebody else', async () => {
    const photo = await aPhoto(jpegBytes(2 * CHUNK_BYTES));
    await announce(photo);
    const { fileId } = photo.ref;
    const { sealed, key } = await sealFile(photo.bytes, secretary.areaId, fileId);
    const line = wire(secretary.areaId);
    await line.append(fileId, 0, sealed.slice(0, 1000), signal);
    expect(await line.append(fileId, 0, sealed.slice(0, 1000), signal)).toBeNull();
    const state = await line.state(fileId, signal);
    expect(state).toEqual({ received: 1000, complete: false });
    for (let at = 1000; at < sealed.length; at += CHUNK_BYTES) {
      await line.append(fileId, at, sealed.slice(at, at + CHUNK_BYTES), signal);
    }
    expect(await line.finish(fileId, { plain: key }, signal)).toBe(true);
    expect(await line.finish(fileId, { plain: key }, signal)).toBe(true);
  });

  it('with other bytes than announced is told so in plain problems', async () => {
    const photo = await aPhoto(jpegBytes(500));
    await announce(photo);
    const { fileId } = photo.ref;
    const other = await sealFile(jpegBytes(500), secretary.areaId, fileId);
    await wire(secretary.areaId).append(fileId, 0, other.sealed, signal);
    expect(await wire(secretary.areaId).finish(fileId, { plain: other.key }, signal)).toBe(false);
    expect(await wire(secretary.areaId).state(fileId, signal)).toMatchObject({ received: 0 });
  });

  it('in a piece too large, with a key that is none or an offset that is none is no fault of the server', async () => {
    const photo = await aPhoto(jpegBytes(3 * CHUNK_BYTES));
    await announce(photo);
    const path = server.address + uploadPath(secretary.areaId, photo.ref.fileId);
    const patch = (query: string, body: Uint8Array<ArrayBuffer>) =>
      fetch(path + query, { method: 'PATCH', headers: { 'content-type': 'application/octet-stream' }, body });
    expect((await patch('?from=0', jpegBytes(CHUNK_BYTES + 1))).status).toBe(413);
    expect((await patch('?from=x', jpegBytes(100))).status).toBe(409);
    expect((await patch('', jpegBytes(100))).status).toBe(409);
    expect((await patch('?from=0', new Uint8Array(0))).status).toBe(409);
    const key = (body: string) =>
      fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect((await key('{"plain":1}')).status).toBe(422);
    expect((await key('{"plain":"AAAA"}')).status).toBe(409);
    const line = filesTransport({ areaId: secretary.areaId, origin: 'http://127.0.0.1:1' });
    await expect(line.state(photo.ref.fileId, signal)).rejects.toBeInstanceOf(TransportFault);
  });

  it('leaves neither picture nor key in the log and on the disk', async () => {
    const words = '门口贴着的名单';
    const photo = await describeFile(uuid(), jpegBytes(2000, words));
    await announce(photo);
    await send(photo);
    const bytes = await readFile(join(server.dataFolder, 'files', secretary.areaId, photo.ref.fileId));
    expect(bytes.includes(words)).toBe(false);
    expect(server.logged.join('')).not.toContain(photo.ref.fileId);
  });
});

describe('practice', () => {
  it('has photos of its own, apart from the area’s, which go with it', async () => {
    const photo = await aPhoto(jpegBytes(500));
    expect(await announce(photo, practised)).toBe('done');
    await send(photo, practised.areaId);
    const response = await get(practised, photo.ref.fileId);
    expect(response.headers.get('content-disposition')).toContain('filename="practice-');
    expect(await codeOf(await get(secretary, photo.ref.fileId))).toBe('files.no-such-file');
    const areas = () => readdir(join(server.dataFolder, 'files'));
    expect(await areas()).toContain(practised.areaId);
    await secretary.post(practicePaths.reset(secretary.areaId), { replaces: practised.areaId });
    await expect.poll(areas, { timeout: 20_000 }).not.toContain(practised.areaId);
    expect(await areas()).toContain(secretary.areaId);
  });
});
