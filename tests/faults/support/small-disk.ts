import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for a server's data that can be filled up where this user may mount a file system. */
export interface Disk {
  readonly folder: string;
  /** Null where nothing can be mounted: the disk is the machine's own. */
  readonly full: { fill(): void; free(): void } | null;
  remove(): Promise<void>;
}

const SIZE = 1024 ** 3;
const CHUNK = Buffer.alloc(1024 * 1024);

export async function openDisk(): Promise<Disk> {
  const folder = await mkdtemp(join(tmpdir(), 'concerto-faults-'));
  const mounted = mount(folder);
  const filler = join(folder, 'filler');
  return {
    folder,
    full: mounted ? { fill: () => fillUp(filler), free: () => rmSync(filler, { force: true }) } : null,
    async remove() {
      if (mounted) execFileSync('umount', ['--lazy', folder]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Until nothing more goes in, not a page. */
function fillUp(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (let size = CHUNK.length; size >= 4096; ) if (!wrote(file, size)) size /= 2;
  } finally {
    closeSync(file);
  }
}

function wrote(file: number, size: number): boolean {
  try {
    return writeSync(file, CHUNK, 0, size) === size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false;
    throw error;
  }
}

function mount(folder: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    // Inside a container root may not mount either: the run says which fault it left out.
    return false;
  }
}
