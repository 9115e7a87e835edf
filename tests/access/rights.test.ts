import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { composeModules, type Mounted } from '#apps/server/modules.ts';
import { accountsRules } from '#core/accounts/contract.ts';
import { keysDoor } from '#core/privacy/module.ts';
import { buildRegistry } from '#kernel/command/server/registry.ts';
import { openKeyRing } from '#kernel/crypto/key-ring.ts';
import { LANGUAGES } from '#kernel/ui/language.ts';
import { actionText } from '#kernel/ui/text.ts';

const HOUSE = fileURLToPath(new URL('../..', import.meta.url));
let modules: readonly Mounted[];

beforeAll(async () => {
  for (const top of ['kernel', 'core', 'groups', 'apps']) {
    const files = readdirSync(HOUSE + top, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((f) => /(^|\/)messages\/index\.ts$/.test(f))) {
      await import(pathToFileURL(`${HOUSE}${top}/${file}`).href);
    }
  }
  const accounts = { name: 'accounts', migrations: new URL('.', import.meta.url), problems: {} };
  modules = composeModules(
    { ...accounts, rules: accountsRules },
    keysDoor('nowhere', openKeyRing('nowhere')),
  );
});

describe('the table of rights', () => {
  it('has words for every rule the server enforces, in both languages', () => {
    const actions = Object.keys(buildRegistry(modules).rules);
    expect(actions.length).toBeGreaterThan(40);
    for (const language of LANGUAGES) {
      expect(actions.filter((action) => actionText(action, language) === action)).toEqual([]);
    }
  });
});
