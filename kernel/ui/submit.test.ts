import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../command/command.ts';
import { PROTOCOL, type PushRequest } from '../sync/protocol.ts';
import { isUuid } from '../time-id/uuid.ts';
import { setSession } from './session.ts';
import { newCommand, newId, RejectedPush, submitCommands } from './submit.ts';

const AREA = '01890000-0000-7000-8000-000000000001';
const NOW = Date.UTC(2022, 3, 17);

interface Sent {
  readonly url: string;
  readonly body: PushRequest;
  readonly credentials: RequestCredentials | undefined;
}

const sent: Sent[] = [];
let answer: () => Response;
const realFetch = globalThis.fetch;

beforeEach(() => {
  sent.length = 0;
  setSession({ areaId: AREA, areaName: '清源居民区', actorId: 'member-1', name: '王秀兰', grants: [] });
  globalThis.fetch = async (url, init) => {
    sent.push({
      url: String(url),
      body: JSON.parse(String(init?.body)) as PushRequest,
      credentials: init?.credentials,
    });
    return answer();
  };
});

afterEach(() => {
  globalThis.fetch = realFetch;
  setSession(null);
});

describe('a click as a command', () => {
  test('carries its author, its time and an id of its own', () => {
    const first = newCommand('sample.close', 1, { tubeId: 't' }, NOW);
    const second = newCommand('sample.close', 1, { tubeId: 't' }, NOW);
    expect(first).toMatchObject({ kind: 'sample.close', v: 1, claimedAt: NOW, actorId: 'member-1' });
    expect(isUuid(first.id)).toBe(true);
    expect(second.id).not.toBe(first.id);
  });

  test('cannot be made by nobody', () => {
    setSession(null);
    expect(() => newCommand('sample.close', 1, {})).toThrow('needs a session');
  });

  test('ids of rows sort by the time they were made', () => {
    expect(newId(NOW) < newId(NOW + 1)).toBe(true);
  });
});

describe('sending', () => {
  test('is a batch with this client’s protocol and the cookie; a refusal is an answer', async () => {
    const refused: Answer = { id: 'c', outcome: 'refused', first: 'refused', version: 7, problems: [] };
    answer = () => Response.json({ protocol: PROTOCOL, now: NOW, answers: [refused] });
    const command = newCommand('sample.close', 1, {}, NOW);
    expect(await submitCommands(AREA, [command])).toEqual([refused]);
    expect(sent[0]?.url).toBe(`/api/areas/${AREA}/push`);
    expect(sent[0]?.credentials).toBe('same-origin');
    expect(sent[0]?.body).toMatchObject({ protocol: PROTOCOL, commands: [command] });
  });

  test('that is turned away as a whole says so with the server’s problem', async () => {
    answer = () => Response.json({ code: 'sync.old-client', number: 201, details: {} }, { status: 426 });
    await expect(submitCommands(AREA, [])).rejects.toMatchObject({
      status: 426,
      data: { code: 'sync.old-client' },
    });
  });

  test('through a proxy that answers with a page of its own is turned away without a problem', async () => {
    answer = () => new Response('<html>Bad gateway</html>', { status: 502 });
    await expect(submitCommands(AREA, [])).rejects.toEqual(new RejectedPush(502, undefined));
  });
});
