import { join } from 'node:path';
import { buildWeb, webBuildState } from '../../apps/cli/web-build.ts';
import { program, ROOT, type Step, tests } from './steps.ts';
import { bringTools } from './tools.ts';

/** `npm test`: everything that must hold, on a machine that may have nothing yet. The last line counts the tests. */
const steps: readonly Step[] = [
  { name: 'tools', run: async () => void (await bringTools()) },
  program('types', 'typescript/bin/tsc', ['--noEmit']),
  program('lint', '@biomejs/biome/bin/biome', ['ci', '.']),
  program(
    'boundaries',
    'dependency-cruiser/bin/dependency-cruise.mjs',
    ['--config', '.dependency-cruiser.cjs', 'kernel', 'core', 'groups', 'apps'],
    ['--import', './tests/setup/boundaries-tsx.mjs'],
  ),
  program('unused', 'knip/bin/knip.js', []),
  { name: 'web', run: async () => void (await ensureWeb()) },
  tests('unit', []),
  tests('browser', ['--config', 'tests/vitest.browser.config.ts']),
];

async function ensureWeb(): Promise<void> {
  const webRoot = join(ROOT, 'dist');
  if ((await webBuildState(webRoot)) !== 'fresh') await buildWeb(webRoot);
}

let passed = 0;
let failed = 0;
const lines: string[] = [];
const faults: string[] = [];

for (const step of steps) {
  const begun = performance.now();
  process.stdout.write(`\n── ${step.name}\n`);
  let verdict = 'ok';
  try {
    const counts = await step.run();
    passed += counts?.passed ?? 0;
    failed += counts?.failed ?? 0;
    faults.push(...(counts?.faults ?? []));
    if (counts && counts.failed > 0) verdict = `${counts.failed} failed`;
  } catch (error) {
    failed += 1;
    verdict = `failed: ${error instanceof Error ? error.message : error}`;
    console.error(verdict);
  }
  lines.push(
    `${step.name.padEnd(11)} ${((performance.now() - begun) / 1000).toFixed(1).padStart(7)} s  ${verdict}`,
  );
  if (step.name === 'tools' && verdict !== 'ok') break;
}

process.stdout.write(`\n${[...faults, ...lines].join('\n')}\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
