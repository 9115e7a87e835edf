import type { Json } from './values.ts';

/** What the served OpenAPI document says can be asked; doors that it leaves out stand in the tables of access. */
export interface Operations {
  readonly queries: readonly QueryOperation[];
  readonly commands: readonly CommandOperation[];
  /** Where their `$ref`s are looked up. */
  readonly document: Json;
}

export interface QueryOperation {
  /** `people.resident` */
  readonly name: string;
  /** Below `/api/q`. */
  readonly path: string;
  readonly method: 'GET' | 'POST';
  /** Of the whole input, whether it travels as a body or in the address. */
  readonly input: Json;
}

export interface CommandOperation {
  /** `testing.sample` */
  readonly kind: string;
  readonly v: number;
  readonly body: Json;
}

interface Document {
  readonly paths: Readonly<Record<string, { readonly get?: Described; readonly post?: Described }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
}

interface Described {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: Json;
  }[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Json } } };
}

const PUSH = '/api/areas/{areaId}/push';

export async function readOperations(address: string): Promise<Operations> {
  const document = (await (await fetch(`${address}/api/openapi.json`)).json()) as Document;
  const queries = Object.entries(document.paths).flatMap(([path, { get, post }]): QueryOperation[] => {
    const one = get ?? post;
    if (!one || path.startsWith('/api/')) return [];
    return [{ name: one.operationId, path, method: get ? 'GET' : 'POST', input: inputOf(one) }];
  });
  return { queries, commands: commandsOf(document), document: document as unknown as Json };
}

function inputOf({ parameters = [], requestBody }: Described): Json {
  if (requestBody) return requestBody.content['application/json'].schema;
  const asked = parameters.filter((one) => one.in === 'query');
  return {
    type: 'object',
    properties: Object.fromEntries(asked.map(({ name, schema }) => [name, schema])),
    required: asked.filter(({ required }) => required).map(({ name }) => name),
  };
}

/** Push's schema is a oneOf of every command. */
function commandsOf({ paths, components }: Document): CommandOperation[] {
  const push = paths[PUSH]?.post?.requestBody?.content['application/json'].schema;
  const { items } = (push?.properties?.commands ?? {}) as {
    readonly items: { readonly oneOf: readonly Json[] };
  };
  return items.oneOf.map(({ $ref }) => {
    const schema = components.schemas[String($ref).replace('#/components/schemas/', '')];
    const { kind, v, body } = (schema?.properties ?? {}) as Readonly<Record<string, Json>>;
    return { kind: String(kind?.const), v: Number(v?.const), body: body as Json };
  });
}
