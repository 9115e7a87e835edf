import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/**
 * A rule that never bites is no wall. Each rule of `.dependency-cruiser.cjs` meets a file that breaks it, in a house
 * of a few files that otherwise keeps every rule.
 */
const ROOT = resolve(import.meta.dirname, '..');

interface Rule {
  readonly name: string;
}
const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as { forbidden: Rule[] };

/** A house that keeps every rule: path → text. */
const SOUND: Readonly<Record<string, string>> = {
  'kernel/clock/clock.ts': 'export const now = 1;\nexport interface Clock { now: number }\n',
  'kernel/db/pool.ts': "import { now } from '../clock/clock.ts';\nexport const pool = now;\n",
  'kernel/ui/button.tsx': 'export const Button = () => <button type="button">ok</button>;\n',
  'core/people/contract.ts':
    "import type { Clock } from '#kernel/clock/clock.ts';\nexport type Person = Clock;\nexport const people = 1;\n",
  'core/people/domain/name.ts': "import { people } from '../contract.ts';\nexport const name = people;\n",
  'core/people/server/store.ts': "import { pool } from '#kernel/db/pool.ts';\nexport const store = pool;\n",
  'core/people/testing/builders.ts':
    "import { name } from '../domain/name.ts';\nexport const aName = name;\n",
  'groups/testing/contract.ts':
    "import { people } from '#core/people/contract.ts';\nexport const testing = people;\n",
  'groups/testing/phone/screen.tsx':
    "import { Button } from '#kernel/ui/button.tsx';\nexport const Screen = () => <Button />;\n",
  'groups/testing/round.test.ts':
    "import { aName } from '#core/people/testing/builders.ts';\nexport const t = aName;\n",
  'apps/server/main.ts':
    "import { testing } from '#groups/testing/contract.ts';\nexport const main = testing;\n",
};

type Plant = readonly [path: string, text: string];

/** Per rule, files that break it and nothing else: each kind of import, `.ts` and `.tsx`, `#` and relative. */
const PLANTS: Readonly<Record<string, readonly Plant[]>> = {
  'no-cycles': [
    [
      'kernel/clock/clock.ts',
      "import type { pool } from '../db/pool.ts';\nexport const now = 1;\nexport type Clock = typeof pool;\n",
    ],
  ],
  'kernel-knows-no-domain': [
    ['kernel/db/wrong.ts', "import { people } from '#core/people/contract.ts';\nexport const x = people;\n"],
    ['kernel/ui/wrong.tsx', "export type { Person } from '#core/people/contract.ts';\n"],
  ],
  'core-knows-no-group': [
    ['core/people/domain/wrong.ts', "export const x = () => import('#groups/testing/contract.ts');\n"],
  ],
  'groups-know-no-app': [
    [
      'groups/testing/wrong.ts',
      "import { main } from '../../apps/server/main.ts';\nexport const x = main;\n",
    ],
  ],
  'other-modules-only-by-contract': [
    [
      'groups/testing/server/wrong.ts',
      "import { store } from '#core/people/server/store.ts';\nexport const x = store;\n",
    ],
    [
      'groups/testing/phone/wrong.tsx',
      "import { name } from '#core/people/domain/name.ts';\nexport const X = () => <b>{name}</b>;\n",
    ],
  ],
  'tests-only-by-contract-or-builders': [
    [
      'groups/testing/wrong.test.ts',
      "import { store } from '#core/people/server/store.ts';\nexport const x = store;\n",
    ],
  ],
  'domain-is-pure': [
    ['core/people/domain/wrong.ts', "import { pool } from '#kernel/db/pool.ts';\nexport const x = pool;\n"],
    ['core/people/domain/wrong.ts', "import { sql } from 'kysely';\nexport const x = sql;\n"],
  ],
  'contract-has-no-io': [
    [
      'core/people/contract.ts',
      "import type { store } from './server/store.ts';\nexport type X = typeof store;\n",
    ],
  ],
  'no-node-in-the-browser': [
    [
      'core/people/domain/wrong.ts',
      "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;\n",
    ],
    ['groups/testing/contract.ts', "import type { Stats } from 'node:fs';\nexport type X = Stats;\n"],
    ['apps/console/wrong.tsx', "import { join } from 'path';\nexport const X = () => <b>{join('a')}</b>;\n"],
  ],
  'screens-never-reach-the-server': [
    [
      'core/people/console/wrong.tsx',
      "import { store } from '../server/store.ts';\nexport const X = () => <b>{store}</b>;\n",
    ],
    [
      'apps/phone/wrong.tsx',
      "import { pool } from '#kernel/db/pool.ts';\nexport const X = () => <b>{pool}</b>;\n",
    ],
  ],
  'web-frameworks-stay-in-screens': [
    ['core/people/server/wrong.ts', "import { useState } from 'react';\nexport const x = useState;\n"],
  ],
};

let house: string;

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'concerto-boundaries-'));
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
    cpSync(join(ROOT, file), join(house, file));
  symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'));
  for (const [path, text] of Object.entries(SOUND)) put(path, text);
});
afterEach(() => rmSync(house, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), text);
}

interface Cruise {
  readonly modules: readonly { source: string; dependencies: readonly { resolved: string }[] }[];
  readonly summary: { readonly violations: readonly { from: string; rule: Rule }[] };
}

/** Runs what `npm run boundaries` runs, in the small house. */
function cruise(output: 'err' | 'json') {
  const run = spawnSync(
    process.execPath,
    [
      '--import',
      join(ROOT, 'tests/setup/boundaries-tsx.mjs'),
      join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['--config', '.dependency-cruiser.cjs', '--output-type', output],
      ...['kernel', 'core', 'groups', 'apps'],
    ],
    { cwd: house, encoding: 'utf8' },
  );
  return { status: run.status, text: run.stdout + run.stderr };
}

describe('the boundaries', () => {
  it('let a sound house pass, and see every module and import of it', () => {
    expect(cruise('err').status).toBe(0);
    const { modules, summary } = JSON.parse(cruise('json').text) as Cruise;
    expect(summary.violations).toEqual([]);
    const seen = modules.map((module) => module.source).filter((source) => source in SOUND);
    expect(seen.sort()).toEqual(Object.keys(SOUND).sort());
    const screen = modules.find((module) => module.source === 'groups/testing/phone/screen.tsx');
    expect(screen?.dependencies.map((to) => to.resolved)).toEqual(['kernel/ui/button.tsx']);
  });

  it('are planted here, every one', () => {
    expect(Object.keys(PLANTS).sort()).toEqual(forbidden.map((rule) => rule.name).sort());
  });

  const plants = Object.entries(PLANTS).flatMap(([rule, files]) =>
    files.map(([path, text]) => [rule, path, text] as const),
  );
  it.each(plants)('%s stops %s', (rule, path, text) => {
    put(path, text);
    const { status, text: told } = cruise('err');
    expect(told).toContain(`error ${rule}: ${path}`);
    expect(told).toMatch(/x \d+ dependency violations/);
    expect(status).toBeGreaterThan(0);
  });
});
