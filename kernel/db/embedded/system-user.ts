import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ProblemError } from '../../problem/problem.ts';
import { dbProblems } from '../problems.ts';

/** Whom the embedded server runs as. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

const OWN_ACCOUNT = 'concerto';

/**
 * PostgreSQL refuses to run as root, so root lends it an account: the owner of an existing folder, else the system
 * account `concerto`, made when missing, else Debian's `postgres`. Anyone else runs it as himself: null.
 * @param folder the server's data folder, which may not stand yet
 * @throws `db.system-user-missing`
 */
export function serverUser(folder: string): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(folder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const user = account(OWN_ACCOUNT) ?? makeAccount() ?? account('postgres');
  if (!user) throw new ProblemError(dbProblems['system-user-missing'], { account: OWN_ACCOUNT });
  return user;
}

function makeAccount(): SystemUser | null {
  try {
    execFileSync(
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', OWN_ACCOUNT],
      { stdio: 'ignore' },
    );
  } catch {
    // Another start may have made it a moment ago, or the machine's accounts are read-only: look again.
  }
  return account(OWN_ACCOUNT);
}

function account(name: string): SystemUser | null {
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [user, , uid, gid] = line.split(':');
    if (user === name && Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  return null;
}

/** What `spawn` needs to run a program as somebody. */
export interface Call {
  readonly program: string;
  readonly args: string[];
  readonly ids: { readonly uid?: number; readonly gid?: number };
}

/**
 * A program and its arguments, to be run by root as that user; as they are when there is none.
 *
 * The way to the data folder or to node_modules may lead through folders closed to everyone but root (`/root`, a
 * `mktemp -d`). Opening those to the world is not ours to do, and a folder elsewhere would not be the one asked for:
 * the server is then lent the one capability to pass through, and nothing more of root.
 */
export function asUser(
  user: SystemUser | null,
  program: string,
  args: readonly string[],
  folder: string,
): Call {
  if (!user) return { program, args: [...args], ids: {} };
  if (mayReach(user, program) && mayReach(user, folder)) {
    return { program, args: [...args], ids: { uid: user.uid, gid: user.gid } };
  }
  const pass = hasCapability(2) ? 'dac_read_search' : 'dac_override';
  return {
    program: 'setpriv',
    args: [
      `--reuid=${user.uid}`,
      `--regid=${user.gid}`,
      '--clear-groups',
      `--inh-caps=-all,+${pass}`,
      `--ambient-caps=-all,+${pass}`,
      program,
      ...args,
    ],
    ids: {},
  };
}

function mayReach(user: SystemUser, path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { uid, gid, mode } = statSync(folder);
    const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
    if (((mode >> shift) & 1) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** @param bit a capability's number; 2 is CAP_DAC_READ_SEARCH, which containers often withhold from root */
function hasCapability(bit: number): boolean {
  const found = /^CapEff:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return found !== undefined && ((BigInt(`0x${found}`) >> BigInt(bit)) & 1n) === 1n;
}
