import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';

/** How the app reaches the embedded server of one data folder; kept in `database.json`, readable by its owner only. */
export interface ServerAccess {
  readonly port: number;
  readonly password: string;
}

/** Reads the file, or makes it with a new password and a free port. Two starts at once agree on one. */
export async function readOrMakeAccess(file: string): Promise<ServerAccess> {
  const made: ServerAccess = { port: await freePort(0), password: randomBytes(24).toString('hex') };
  try {
    await writeFile(file, JSON.stringify(made), { mode: 0o600, flag: 'wx' });
    return made;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return parse(await readFile(file, 'utf8'));
}

/** Keeps the port when nothing else took it meanwhile, else writes down another. */
export async function withFreePort(file: string, access: ServerAccess): Promise<ServerAccess> {
  const port = await freePort(access.port);
  if (port === access.port) return access;
  const moved = { ...access, port };
  await writeFile(file, JSON.stringify(moved), { mode: 0o600 });
  return moved;
}

function parse(text: string): ServerAccess {
  const found: unknown = JSON.parse(text);
  if (
    typeof found === 'object' &&
    found !== null &&
    'port' in found &&
    'password' in found &&
    typeof found.port === 'number' &&
    typeof found.password === 'string'
  ) {
    return { port: found.port, password: found.password };
  }
  throw new Error('database.json holds no port and password');
}

/** @returns `wanted` when it can be listened on, else one the system picks; on loopback only */
async function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && wanted !== 0) resolve(freePort(0));
      else reject(error);
    });
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : wanted;
      probe.close(() => resolve(port));
    });
  });
}
