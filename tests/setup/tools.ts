import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { bringCertutil, certutilPath } from './certutil.ts';
import { run } from './steps.ts';

/** Where Debian puts the browser; tests look there first, then where Playwright keeps its own. */
const CHROMIUM = '/usr/bin/chromium';
const CHINESE_FONT = '/usr/share/fonts/opentype/noto';
/** The oldest PostgreSQL that is supported; `POSTGRES_15_BIN` names another place. */
const POSTGRES_15 = process.env.POSTGRES_15_BIN || '/usr/lib/postgresql/15/bin';

/**
 * Brings what the tests need and npm does not: a browser, a Chinese font, PostgreSQL 15, NSS's certutil. Root on Debian installs
 * packages; elsewhere Playwright's browser is fetched.
 * @throws naming what is missing and how to get it, instead of leaving tests out
 */
export async function bringTools(): Promise<void> {
  const packages = [
    ...(existsSync(CHROMIUM) ? [] : ['chromium']),
    ...(existsSync(CHINESE_FONT) ? [] : ['fonts-noto-cjk']),
    ...(existsSync(POSTGRES_15) ? [] : ['postgresql-15']),
    ...(certutilPath() === null ? ['libnss3-tools'] : []),
  ];
  if (packages.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await install(packages);
  }
  if (!existsSync(CHROMIUM) && !existsSync(chromium.executablePath())) {
    await run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']);
  }
  if (certutilPath() === null) await bringCertutil();
  const missing = [
    ...(existsSync(CHROMIUM) || existsSync(chromium.executablePath())
      ? []
      : ['Chromium (apt-get install chromium, or npx playwright-core install chromium)']),
    ...(existsSync(POSTGRES_15)
      ? []
      : ['PostgreSQL 15 (apt-get install postgresql-15, or POSTGRES_15_BIN=<its bin folder>)']),
    ...(certutilPath() === null ? ['certutil (apt-get install libnss3-tools)'] : []),
  ];
  if (missing.length > 0) throw new Error(`missing: ${missing.join('; ')}`);
}

async function install(packages: readonly string[]): Promise<void> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], env);
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], env);
}
