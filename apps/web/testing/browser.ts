import { existsSync } from 'node:fs';
import type { LaunchOptions } from 'playwright-core';

const DEBIAN = '/usr/bin/chromium';

/** Debian's Chromium where it is, else the one Playwright brought; quiet, and as root too. */
export const BROWSER: LaunchOptions = {
  ...(existsSync(DEBIAN) ? { executablePath: DEBIAN } : {}),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
