import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type AnyProcedure, call } from '@orpc/server';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#apps/server/house.ts';
import { migrations } from '#apps/server/migrations.ts';
import type { AccessRules, Actor } from '#kernel/access/access.ts';
import { type TestDatabase, testDatabase } from '#kernel/db/testing/database.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import type { QueryContext } from '#kernel/query/context.ts';
import { sharedBy, whoeverMay } from '#kernel/query/same-for-all.ts';
import { inputOf, type Query, queriesOf } from './support/cases-queries.ts';
import { type Foreign, plantForeign } from './support/foreign.ts';

const BUSY = 600_000;

interface SharedQuery extends Query {
  readonly procedure: AnyProcedure;
  readonly actions: readonly string[];
}

type By = Pick<QueryContext, 'actor' | 'rules'>;

let database: TestDatabase;
let dataFolder: string;
let house: House;
/** One moment for all looks, so that nothing differs by the hour. */
let now: number;
/** An area with something of everything. */
let area: Foreign;

beforeAll(async () => {
  database = await testDatabase(migrations);
  dataFolder = await mkdtemp(join(tmpdir(), 'concerto-shared-'));
  house = await openHouse({ databaseUrl: database.url, dataFolder, log: pino({ level: 'silent' }) });
  area = await plantForeign(house);
  now = house.host.clock.now();
}, BUSY);
afterAll(async () => {
  await house.close();
  await database.close();
  await rm(dataFolder, { recursive: true, force: true });
});

function sharedQueries(): readonly SharedQuery[] {
  return queriesOf(house.modules).flatMap((query) => {
    const [module = '', name = ''] = query.name.split('.');
    const router = house.modules.find((mounted) => mounted.name === module)?.queries;
    const procedure = (router as unknown as Readonly<Record<string, AnyProcedure>>)[name];
    const actions = procedure && sharedBy(procedure['~orpc'].meta);
    return procedure && actions ? [{ ...query, procedure, actions }] : [];
  });
}

const fill = { id: (field: string): string => area.ids[field] ?? crypto.randomUUID() };

/** What somebody is answered: the rows, or the problem. */
const answered = (query: SharedQuery, input: unknown, by: By): Promise<unknown> =>
  house.host.read(area.areaId, (tx) => {
    const context: QueryContext = { ...by, tx, now };
    return call(query.procedure, input as never, { context }).catch((error: unknown) => {
      if (error instanceof ProblemError) return { problem: error.kind.code };
      throw error;
    });
  });

/** Everybody who may: one for each standing and each pair of them that opens all of these actions. */
function whoMay(actions: readonly string[]): readonly Actor[] {
  const { rules } = house.host;
  const standings = [...new Set(Object.values(rules).flat())];
  const pairs = standings.flatMap((one) => standings.map((other) => [...new Set([one, other])]));
  return pairs
    .filter((held) => actions.every((action) => held.some((grant) => rules[action]?.includes(grant))))
    .map((held) => ({
      id: crypto.randomUUID(),
      grants: held.map((grant) => ({ grant, from: 0, until: null })),
    }));
}

describe('a query that is declared the same for all', () => {
  it('gives everybody who may the same as it gives whoever may that and nothing else', {
    timeout: BUSY,
  }, async () => {
    const queries = sharedQueries();
    expect(queries.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['testing.board', 'people.registerList', 'zones.today', 'devices.list']),
    );
    const differing: string[] = [];
    let rows = 0;
    for (const query of queries) {
      const input = inputOf(query, fill);
      const shared = await answered(query, input, whoeverMay(query.actions));
      rows += JSON.stringify(shared).length > 60 ? 1 : 0;
      const askers = whoMay(query.actions);
      expect(askers.length, query.name).toBeGreaterThan(1);
      for (const actor of [...askers.slice(0, 3), ...askers.slice(-3)]) {
        const own = await answered(query, input, { actor, rules: house.host.rules });
        if (!isDeepStrictEqual(own, shared)) differing.push(query.name);
      }
    }
    expect(differing).toEqual([]);
    // Two empty answers are equal too.
    expect(rows).toBeGreaterThan(10);
  });

  it('looks at nothing of the asker but whether he may do these actions', { timeout: BUSY }, async () => {
    for (const query of sharedQueries()) {
      const seen = watched(query.actions);
      await answered(query, inputOf(query, fill), seen.by);
      expect({ query: query.name, ...seen.looks() }).toEqual({
        query: query.name,
        id: 0,
        otherActions: [],
        grantsBesides: 0,
      });
    }
  });

  it('is found out when it looks at who asks', async () => {
    const seen = watched(['a:see']);
    expect(seen.by.actor.id).toBe('whoever');
    expect(seen.by.actor.grants).toEqual(seen.by.actor.grants);
    expect(seen.by.rules['a:change']).toBeUndefined();
    expect(seen.looks()).toEqual({ id: 1, otherActions: ['a:change'], grantsBesides: 1 });
  });
});

/** Whoever may, and what was looked at of him: `can` looks at the rule of an action and at the grants, once each. */
function watched(actions: readonly string[]) {
  const { actor, rules } = whoeverMay(actions);
  const looked = { id: 0, grants: 0, rules: [] as string[] };
  const by: By = {
    actor: {
      get id() {
        looked.id += 1;
        return actor.id;
      },
      get grants() {
        looked.grants += 1;
        return actor.grants;
      },
    },
    rules: new Proxy(rules as AccessRules, {
      get(target, action: string) {
        looked.rules.push(action);
        return target[action];
      },
      ownKeys(target) {
        looked.rules.push('all');
        return Reflect.ownKeys(target);
      },
    }),
  };
  return {
    by,
    looks: () => ({
      id: looked.id,
      otherActions: looked.rules.filter((action) => !actions.includes(action)),
      grantsBesides: looked.grants - looked.rules.length,
    }),
  };
}
