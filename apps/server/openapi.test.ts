import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { PROTOCOL, type PushResponse } from '#kernel/sync/protocol.ts';
import type { Client, TestServer } from './testing-server.ts';
import { openTestServer, setUpArea } from './testing-server.ts';

type Schema = Parameters<typeof z.fromJSONSchema>[0] & {
  readonly properties: Readonly<Record<string, Schema & { readonly const?: unknown }>>;
};

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<'get' | 'post', Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface Operation {
  readonly requestBody: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
  readonly responses: Readonly<
    Record<string, { readonly content: { readonly 'application/json': { readonly schema: Schema } } }>
  >;
}

describe('the OpenAPI document', () => {
  let server: TestServer;
  let secretary: Client;
  let document: Document;
  beforeAll(async () => {
    server = await openTestServer();
    secretary = await setUpArea(server);
    document = (await (await fetch(`${server.address}/api/openapi.json`)).json()) as Document;
  });
  afterAll(() => server.close());

  const door = (name: 'push' | 'pull'): Operation => {
    const operation = document.paths[`/api/areas/{areaId}/${name}`]?.post;
    if (!operation) throw new Error(`no ${name}`);
    return operation;
  };
  const commandsOfPush = () => {
    const { commands } = door('push').requestBody.content['application/json'].schema.properties;
    const { oneOf } = (commands as unknown as { items: { oneOf: readonly { $ref: string }[] } }).items;
    return oneOf.map(({ $ref }) => $ref.replace('#/components/schemas/', ''));
  };

  it('describes each command that push takes, with its body, out of the modules themselves', () => {
    const named = commandsOfPush();
    expect(named).toEqual(
      expect.arrayContaining([
        'command.testing.sample',
        'command.people.import-rows',
        'command.accounts.invite',
      ]),
    );
    for (const name of named) {
      const schema = document.components.schemas[name];
      expect(`command.${String(schema?.properties.kind?.const)}`).toBe(name);
      expect(JSON.stringify(schema?.properties.body)).toMatch(/"(type|oneOf|anyOf)"/);
    }
    expect(new Set(named).size).toBe(named.length);
  });

  it('names commands that the server knows, in the version it takes, and no other is known', async () => {
    const envelopes = commandsOfPush().map((name) => {
      const { kind, v } = document.components.schemas[name]?.properties ?? {};
      return secretary.envelope(String(kind?.const), 'no body at all', Number(v?.const));
    });
    const { answers } = (await (await secretary.push(envelopes)).json()) as PushResponse;
    expect(answers.map((answer) => answer.problems[0]?.code)).toEqual(
      envelopes.map(() => 'command.bad-body'),
    );
  });

  it('lets through what the server takes and stops what it does not', () => {
    const sample = z.fromJSONSchema(document.components.schemas['command.testing.sample'] as Schema);
    const id = crypto.randomUUID();
    const ids = { roundId: id, sampleId: id, checkInId: id, tubeId: id, laneId: id, residentId: id };
    const body = { ...ids, codeText: null, method: 'scan', tubeCode: 'T1' };
    const envelope = secretary.envelope('testing.sample', body);
    expect(sample.safeParse(envelope).success).toBe(true);
    for (const wrong of [{ roundId: 'x' }, { method: 'magic' }, { tubeCode: 7 }]) {
      expect(sample.safeParse({ ...envelope, body: { ...body, ...wrong } }).success).toBe(false);
    }
  });

  it.each(['push', 'pull'] as const)('describes what %s really answers', async (name) => {
    const asked = { protocol: PROTOCOL, deviceId: secretary.deviceId };
    const bodies = { push: { clockOffset: null, commands: [] }, pull: { held: {}, pending: 0 } };
    const body = { ...asked, ...bodies[name] };
    const { requestBody, responses } = door(name);
    expect(Object.keys(requestBody.content['application/json'].schema.properties)).toEqual(
      expect.arrayContaining(Object.keys(body)),
    );
    const response = await secretary.post(`/api/areas/${secretary.areaId}/${name}`, body);
    const schema = responses['200']?.content['application/json'].schema as Schema;
    expect(z.fromJSONSchema(schema).safeParse(await response.json())).toMatchObject({ success: true });
  });

  it('refers to nothing that does not stand in it', () => {
    const refs = new Set(
      [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].map(([, ref = '']) => ref),
    );
    expect(refs).toContain('#/components/schemas/command.testing.sample');
    const standing = (ref: string) =>
      ref
        .slice(2)
        .split('/')
        .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], document);
    expect([...refs].filter((ref) => !ref.startsWith('#/') || standing(ref) === undefined)).toEqual([]);
  });

  it('says of a query in which area it asks, and of live that it streams', () => {
    expect(JSON.stringify(document.paths['/accounts/people'])).toContain('x-concerto-area');
    expect(JSON.stringify(document.paths['/api/areas/{areaId}/live'])).toContain('text/event-stream');
  });
});
