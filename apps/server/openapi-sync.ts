import type { OpenAPI } from '@orpc/openapi';
import * as z from 'zod';
import type { CommandKind } from '#kernel/command/module.ts';
import {
  MAX_BATCH,
  MEMBER_HEADER,
  PROTOCOL,
  type PullResponse,
  type PushResponse,
} from '#kernel/sync/protocol.ts';
import { pullRequest, pushRequest } from '#kernel/sync/server/request.ts';
import type { Mounted } from './modules.ts';

type Schema = OpenAPI.SchemaObject;

/** The doors of sync for the OpenAPI document: every command of every mounted module, as its own schema says. */
export function syncDocument(modules: readonly Pick<Mounted, 'commands'>[]): {
  readonly paths: OpenAPI.PathsObject;
  readonly schemas: Record<string, Schema>;
} {
  const commands = modules.flatMap((m) => Object.entries<CommandKind>(m.commands?.kinds ?? {}));
  const schemas = Object.fromEntries(
    commands.flatMap(([name, kind]) => Object.entries(withParts(nameOf(name), commandSchema(name, kind)))),
  );
  const push = schemaOf(pushRequest);
  const pushed: Schema = {
    ...push,
    properties: {
      ...push.properties,
      protocol: { const: PROTOCOL },
      commands: { type: 'array', maxItems: MAX_BATCH, items: oneOf(commands.map(([name]) => name)) },
    },
  };
  const pulled = schemaOf(pullRequest);
  const pull: Schema = { ...pulled, properties: { ...pulled.properties, protocol: { const: PROTOCOL } } };
  return {
    schemas,
    paths: {
      '/api/areas/{areaId}/push': door('post', 'push', pushed, json(schemaOf(pushResponse, 'output'))),
      '/api/areas/{areaId}/pull': door('post', 'pull', pull, json(schemaOf(pullResponse, 'output'))),
      '/api/areas/{areaId}/live': door('get', 'live', null, {
        'text/event-stream': { schema: { type: 'string', examples: ['data: {"version":7}'] } },
      }),
    },
  };
}

const nameOf = (kind: string): string => `command.${kind}`;
const refTo = (kind: string): string => `#/components/schemas/${nameOf(kind)}`;

function oneOf(kinds: readonly string[]): Schema {
  return {
    oneOf: kinds.map((kind) => ({ $ref: refTo(kind) })),
    discriminator: {
      propertyName: 'kind',
      mapping: Object.fromEntries(kinds.map((kind) => [kind, refTo(kind)])),
    },
  };
}

function commandSchema(name: string, kind: CommandKind): Schema {
  return {
    type: 'object',
    description: `${kind.nature === 'fact' ? 'A fact' : 'A wish'}; asks for ${kind.action}`,
    required: ['id', 'kind', 'v', 'claimedAt', 'actorId', 'body'],
    properties: {
      id: { type: 'string', format: 'uuid' },
      kind: { const: name },
      v: { const: kind.v },
      claimedAt: { type: 'integer', description: "When it happened by the author's clock, epoch ms" },
      actorId: { type: 'string', maxLength: 80, description: "The signed-in member's id" },
      signature: { type: 'string', description: 'Ed25519, base64url; left out by programs' },
      body: schemaOf(kind.body as unknown as z.core.$ZodType),
    },
  };
}

/** A schema that speaks of itself names its parts within itself: in the document each stands beside it. */
function withParts(name: string, schema: Schema): Record<string, Schema> {
  const parts: Record<string, Schema> = {};
  const told = JSON.stringify(schema, (key, value: unknown) => {
    if (key === '$ref' && typeof value === 'string')
      return value.replace('#/$defs/', `#/components/schemas/${name}.`);
    if (typeof value !== 'object' || value === null || !('$defs' in value)) return value;
    const { $defs, ...rest } = value as { readonly $defs: Readonly<Record<string, Schema>> };
    for (const [part, inner] of Object.entries($defs)) parts[`${name}.${part}`] = inner;
    return rest;
  });
  const refs = (text: string): string => text.replaceAll('"#/$defs/', `"#/components/schemas/${name}.`);
  return { [name]: JSON.parse(told) as Schema, ...(JSON.parse(refs(JSON.stringify(parts))) as typeof parts) };
}

function schemaOf(schema: z.core.$ZodType, io: 'input' | 'output' = 'input'): Schema {
  const { $schema: _, ...made } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return made as Schema;
}

function door(
  method: 'get' | 'post',
  name: string,
  body: Schema | null,
  content: OpenAPI.ResponseObject['content'],
): OpenAPI.PathItemObject {
  return {
    servers: [{ url: '/' }],
    [method]: {
      operationId: `sync.${name}`,
      tags: ['sync'],
      parameters: [
        { name: 'areaId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
        {
          name: MEMBER_HEADER,
          in: 'header',
          description: 'Who is meant, where several people share a browser',
          schema: { type: 'string', format: 'uuid' },
        },
      ],
      ...(body ? { requestBody: { required: true, content: json(body) } } : {}),
      responses: {
        200: { description: 'OK', content },
        default: {
          description: 'A problem (RFC 9457)',
          content: { 'application/problem+json': { schema: schemaOf(problemDocument, 'output') } },
        },
      },
    },
  };
}

const json = (schema: Schema) => ({ 'application/json': { schema } });

const problem = z.object({
  code: z.string(),
  number: z.int(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
const problemDocument = problem.extend({ type: z.string(), title: z.string(), status: z.int() });
const decided = z.enum(['done', 'flagged', 'refused']);

// The types hold these to what the doors really answer.
const pushResponse: z.ZodType<PushResponse> = z.object({
  protocol: z.int(),
  now: z.int(),
  answers: z.array(
    z.object({
      id: z.string(),
      outcome: z.enum(['done', 'already', 'flagged', 'refused']),
      first: decided,
      version: z.int(),
      problems: z.array(problem),
    }),
  ),
});
const collection = z.object({
  rows: z.array(z.looseObject({ id: z.string() })),
  gone: z.array(z.string()),
});
const pullResponse: z.ZodType<PullResponse> = z.object({
  protocol: z.int(),
  now: z.int(),
  version: z.int(),
  terms: z.array(
    z.object({
      term: z.string(),
      snapshot: z.boolean(),
      version: z.int(),
      more: z.boolean(),
      collections: z.record(z.string(), collection),
    }),
  ),
  drop: z.array(z.string()),
  holdUntil: z.int().nullable().exactOptional(),
});
