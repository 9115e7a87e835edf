import { describe, expect, it } from 'vitest';
import { composeModules } from '#apps/server/modules.ts';
import { accountsRules } from '#core/accounts/contract.ts';
import { accountsCommands } from '#core/accounts/server/commands.ts';
import { accountsRouter } from '#core/accounts/server/queries.ts';
import { keysDoor } from '#core/privacy/module.ts';
import type { CommandModule } from '#kernel/command/module.ts';
import { openKeyRing } from '#kernel/crypto/key-ring.ts';
import { kindsOf, plainRows } from './support/cases-commands.ts';
import { inputOf, queriesOf } from './support/cases-queries.ts';
import { DECLARED_QUERIES } from './support/declared-queries.ts';
import { accessPage } from './support/document.ts';
import { FINER_COMMANDS } from './support/finer-commands.ts';

/** What the matrix stands on, looked at without a database: whoever adds an operation learns here first what is missing. */
const modules = composeModules(
  {
    name: 'accounts',
    migrations: new URL('.', import.meta.url),
    problems: {},
    rules: accountsRules,
    commands: accountsCommands as unknown as CommandModule<never>,
    queries: accountsRouter,
  },
  keysDoor('nowhere', openKeyRing('nowhere')),
);
const fill = { id: () => crypto.randomUUID() };

describe('the tables of access', () => {
  it('have a row for each query and for no other, and an example of what it is asked', () => {
    const queries = queriesOf(modules);
    expect(Object.keys(DECLARED_QUERIES).sort()).toEqual(queries.map(({ name }) => name).sort());
    for (const query of queries) expect(() => inputOf(query, fill), query.name).not.toThrow();
  });

  it('have an example of each command, and speak of no command that is none', () => {
    const kinds = kindsOf(modules).map(([kind]) => kind);
    expect(plainRows(modules, fill).map(({ kind }) => kind)).toEqual(kinds);
    expect(FINER_COMMANDS.map(({ kind }) => kind).filter((kind) => !kinds.includes(kind))).toEqual([]);
  });

  it('ask for actions that have a rule', () => {
    const rules = new Set(modules.flatMap((module) => Object.keys(module.rules)));
    const asked = [
      ...Object.values(DECLARED_QUERIES).map(({ action }) => action),
      ...kindsOf(modules).map(([, { action }]) => action),
    ];
    expect(asked.filter((action) => !rules.has(action))).toEqual([]);
  });
});

it('docs/ACCESS.md says what the server asks', async () => {
  await expect(accessPage(modules)).toMatchFileSnapshot('../../docs/ACCESS.md');
});
