import { readdirSync, readFileSync } from 'node:fs';

/** SIGKILL to a postmaster and all its backends at once, as when the machine loses its power. */
export function killPostgres(postmaster: number): void {
  const backends = childrenOf(postmaster);
  for (const pid of [postmaster, ...backends]) killIfAlive(pid);
}

/** A backend may have ended by itself between being found and being killed. */
function killIfAlive(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent);
}

function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name, which may hold blanks: state, parent, …
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    // It ended meanwhile.
    return null;
  }
}
