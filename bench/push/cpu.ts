import { readFile } from 'node:fs/promises';

/** Seconds of processor time spent so far, by the three who share the machine; null where /proc does not tell. */
export interface Cpu {
  readonly load: number;
  readonly server: number | null;
  readonly postgres: number | null;
}

/** Linux counts in hundredths of a second, whatever the kernel's own tick (USER_HZ). */
const TICKS = 100;

/** @param server the server's process id @param postmaster Postgres's first process */
export async function readCpu(server: number, postmaster: number): Promise<Cpu> {
  const { user, system } = process.cpuUsage();
  return {
    load: (user + system) / 1e6,
    server: await spentBy(server),
    postgres: await spentByAll(postmaster),
  };
}

export function cpuBetween(before: Cpu, after: Cpu): Cpu {
  const part = (a: number | null, b: number | null) => (a === null || b === null ? null : b - a);
  return {
    load: after.load - before.load,
    server: part(before.server, after.server),
    postgres: part(before.postgres, after.postgres),
  };
}

/** A process's own time with that of its ended children. */
async function spentBy(pid: number): Promise<number | null> {
  try {
    return ticksOf(await readFile(`/proc/${pid}/stat`, 'utf8')) / TICKS;
  } catch {
    return null;
  }
}

async function spentByAll(postmaster: number): Promise<number | null> {
  try {
    const children = (await readFile(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8')).trim();
    const pids = children === '' ? [] : children.split(' ').map(Number);
    const spent = await Promise.all([postmaster, ...pids].map(spentBy));
    return spent.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  } catch {
    return null;
  }
}

/** Fields 14 to 17 of /proc/PID/stat: user, system, and the same of children waited for. */
export function ticksOf(stat: string): number {
  // The name in brackets may hold blanks; fields are counted from behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
}
