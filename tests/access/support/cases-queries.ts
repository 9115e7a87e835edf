import type { AnyRouter } from '@orpc/server';
import type { $ZodType } from 'zod/v4/core';
import type { Client } from '#apps/server/testing-server.ts';
import { DECLARED_QUERIES } from './declared-queries.ts';
import { exampleOf, type Fill } from './example.ts';
import { grantsBy, mayBy } from './persons.ts';
import type { Stand } from './stand.ts';
import { inParallel, patiently, type Tally } from './tally.ts';

export interface Query {
  /** `module.name`. */
  readonly name: string;
  readonly schema: $ZodType | undefined;
}

/** With what it is asked. */
interface Asked extends Query {
  readonly input: unknown;
}

interface Procedure {
  readonly '~orpc': { readonly inputSchema?: $ZodType };
}

/** Every query of every mounted module. */
export const queriesOf = (modules: readonly { name: string; queries?: AnyRouter }[]): readonly Query[] =>
  modules.flatMap(({ name, queries }) =>
    Object.entries((queries ?? {}) as unknown as Readonly<Record<string, Procedure>>).map(
      ([own, procedure]) => ({
        name: `${name}.${own}`,
        schema: procedure['~orpc'].inputSchema,
      }),
    ),
  );

export const inputOf = ({ schema }: Query, fill: Fill): unknown =>
  schema === undefined ? undefined : exampleOf(schema, fill);

/** Asks each query as everybody, in the own area and in the other. */
export async function tryQueries(stand: Stand, tally: Tally): Promise<void> {
  const { actors, foreign, house, dual } = stand;
  const queries = queriesOf(house.modules).map((query) => ({ ...query, input: inputOf(query, stand.fill) }));
  const { rules } = house.host;
  await inParallel(actors, async (actor) => {
    const grants = grantsBy(actor, 'now');
    const elsewhere = actor.client.at(foreign.areaId, actor.client.memberId);
    for (const query of queries) {
      const { action, narrowed } = DECLARED_QUERIES[query.name] ?? { action: 'undeclared' };
      const got = await ask(actor.client, query);
      const may = mayBy(rules[action] ?? [], grants);
      const within = may && (!narrowed || mayBy(narrowed.to, grants));
      const code = may ? narrowed?.code : actor.left ? 'accounts.no-place' : 'query.not-allowed';
      const held = within ? isOpen(got) : got.status === 403 && got.code === code;
      tally.add('query, own area', query.name, actor.name, within ? 'allowed' : 'refused', held, got);

      if (!actor.goesAbroad) continue;
      const away = await ask(elsewhere, query);
      const kept = away.status === 403 && away.code === 'accounts.no-place';
      tally.add('query, other area', query.name, actor.name, 'refused', kept, away);
    }
  });
  for (const query of queries) {
    const { action } = DECLARED_QUERIES[query.name] ?? { action: 'undeclared' };
    const may = mayBy(rules[action] ?? [], ['role:volunteer']);
    const got = await ask(dual, query);
    const held = may ? isOpen(got) : got.code === 'query.not-allowed';
    tally.add('query, two areas', query.name, 'volunteer there', may ? 'allowed' : 'refused', held, got);
    const stranger = await ask(stand.stranger, query);
    const out = stranger.status === 401 && stranger.code === 'accounts.no-session';
    tally.add('query, no session', query.name, 'a stranger', 'refused', out, stranger);
  }
}

interface Got {
  readonly status: number;
  readonly code: string | null;
}

/** It was answered, or refused for what was asked about and not for who asks. */
const isOpen = ({ status, code }: Got): boolean =>
  status === 200 || (status < 500 && code !== null && ![400, 401, 403].includes(status));

async function ask(client: Client, query: Asked): Promise<Got> {
  const path = `/rpc/${query.name.replace('.', '/')}`;
  const response = await patiently(() => client.post(path, { json: query.input }));
  const body = (await response.json()) as {
    readonly code?: string;
    readonly json?: { readonly data?: { readonly code?: string } };
  };
  return { status: response.status, code: body.json?.data?.code ?? body.code ?? null };
}
