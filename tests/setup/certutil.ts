import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './steps.ts';

/** Where one who may not install packages keeps the unpacked one. */
const UNPACKED = fileURLToPath(new URL('../../node_modules/.cache/libnss3-tools', import.meta.url));

/** The tool that puts an authority into the store that Chromium reads on Linux; null when there is none. */
export function certutilPath(): string | null {
  const places = ['/usr/bin/certutil', join(UNPACKED, 'usr/bin/certutil')];
  return places.find((path) => existsSync(path)) ?? null;
}

/** Fetches Debian's package and unpacks it beside our own files: nothing is installed, so root is not needed. */
export async function bringCertutil(): Promise<void> {
  if (!existsSync('/usr/bin/apt-get')) return;
  await mkdir(UNPACKED, { recursive: true });
  try {
    await run('sh', ['-c', 'cd "$0" && apt-get download -q libnss3-tools', UNPACKED]);
    const [archive] = (await readdir(UNPACKED)).filter((file) => file.endsWith('.deb'));
    if (archive) await run('dpkg-deb', ['-x', join(UNPACKED, archive), UNPACKED]);
  } catch {
    // Without it the caller names what is missing.
  }
}
