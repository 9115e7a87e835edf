import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { BROWSER } from '#apps/web/testing/browser.ts';
import { certutilPath } from '../../setup/certutil.ts';

/** A person's own device: a browser whose list of trusted authorities is nobody else's. */
export interface OwnDevice {
  /** Opens its browser, which reads the list anew. */
  open(): Promise<Browser>;
  /** What the settings do: from now on the authority in this file is believed. */
  trust(file: string): void;
  forget(): Promise<void>;
}

/** Chromium on Linux reads `~/.pki/nssdb`, so a device is a home folder of its own. */
export async function ownDevice(): Promise<OwnDevice> {
  const tool = certutilPath();
  if (tool === null) throw new Error('missing: certutil (apt-get install libnss3-tools)');
  const home = await mkdtemp(join(tmpdir(), 'concerto-device-'));
  const store = join(home, '.pki', 'nssdb');
  await mkdir(store, { recursive: true });
  const list = (...args: string[]) => execFileSync(tool, ['-d', `sql:${store}`, ...args], { stdio: 'pipe' });
  list('-N', '--empty-password');
  return {
    open: () =>
      chromium.launch({ ...BROWSER, env: { ...process.env, HOME: home } as Record<string, string> }),
    trust: (file) => void list('-A', '-n', 'concerto', '-t', 'C,,', '-i', file),
    forget: () => rm(home, { recursive: true, force: true }),
  };
}
