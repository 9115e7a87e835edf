import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { chmod, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { noSuchFile } from '../no-such-file.ts';
import { ProblemError } from '../problem/problem.ts';
import { isUuid } from '../time-id/uuid.ts';
import type { AreaKeys } from './area-keys.ts';
import {
  isRotating,
  type KeyFile,
  newKeyFile,
  readKeyFile,
  withNewVersion,
  withOldForLog,
  writeKeyFile,
} from './key-file.ts';
import { OneVersion } from './one-version.ts';
import { cryptoProblems } from './problems.ts';
import { VersionedKeys } from './versioned-keys.ts';

/** What may be told of an area's keys: no secret. */
export interface KeysInfo {
  readonly versions: readonly {
    readonly version: number;
    readonly from: number;
    readonly logOnly: boolean;
  }[];
  /** An earlier version still seals values of tables. */
  readonly rotating: boolean;
  /** Changes with every secret that comes or goes; 16 hexadecimal digits. */
  readonly fingerprint: string;
}

/** The keys of all areas of this installation, one file each, outside the database. */
export interface KeyRing {
  /** Throws `crypto.no-key` when the area's key file is missing: it was destroyed, or never restored. */
  of(areaId: string): Promise<AreaKeys>;
  /** Makes the key file if there is none; an existing one is left as it is. */
  create(areaId: string): Promise<AreaKeys>;
  /** Destroys the key: what it sealed can never be read again. */
  destroy(areaId: string): Promise<void>;
  info(areaId: string): Promise<KeysInfo>;
  /** Areas that have a key file. */
  areaIds(): Promise<readonly string[]>;
  /**
   * Adds a version unless a rotation is under way already. Call it holding the area's lock: whoever writes next takes
   * the new version (`refresh`), and two rotations never overwrite each other's secret.
   * @returns whether one was added
   */
  beginRotation(areaId: string, at: number): Promise<boolean>;
  /** All values of tables are sealed by the newest version: earlier ones are kept for the log. Call it holding the area's lock. */
  endRotation(areaId: string): Promise<void>;
}

/** @param folder the keys' own folder; made with rights for its owner only */
export function openKeyRing(folder: string): KeyRing {
  const live = new Map<string, VersionedKeys>();
  const path = (areaId: string) => join(folder, `${areaId}.json`);

  const of = async (areaId: string): Promise<AreaKeys> => {
    const known = live.get(areaId);
    if (known) {
      known.refresh();
      return known;
    }
    const keys = openKeys(path(areaId), areaId);
    live.set(areaId, keys);
    return keys;
  };

  const change = async (areaId: string, to: (file: KeyFile) => KeyFile): Promise<void> => {
    await writeBeside(path(areaId), writeKeyFile(to(readAt(path(areaId), areaId))));
    await of(areaId);
  };

  return {
    of,
    async create(areaId) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await chmod(folder, 0o700);
      if (!stampOf(path(areaId))) await writeBeside(path(areaId), writeKeyFile(newKeyFile(areaId)));
      return of(areaId);
    },
    async destroy(areaId) {
      live.delete(areaId);
      await rm(path(areaId), { force: true });
    },
    info: async (areaId) => infoOf(readAt(path(areaId), areaId)),
    async areaIds() {
      const names = (await readdir(folder).catch(noSuchFile)) ?? [];
      return names.map((name) => name.replace(/\.json$/, '')).filter(isUuid);
    },
    async beginRotation(areaId, at) {
      if (isRotating(readAt(path(areaId), areaId))) return false;
      await change(areaId, (file) => withNewVersion(file, at));
      return true;
    },
    endRotation: (areaId) => change(areaId, withOldForLog),
  };
}

function openKeys(path: string, areaId: string): VersionedKeys {
  let seen = stampOf(path);
  return new VersionedKeys(versionsOf(readAt(path, areaId)), () => {
    const stamp = stampOf(path);
    if (stamp === null) throw new ProblemError(cryptoProblems['no-key'], { areaId });
    if (stamp === seen) return null;
    seen = stamp;
    return versionsOf(readAt(path, areaId));
  });
}

/** What changes when another file is renamed into place. Synchronous: some microseconds, and once per transaction. */
function stampOf(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.ino}/${stat.mtimeMs}/${stat.size}` : null;
}

function readAt(path: string, areaId: string): KeyFile {
  if (stampOf(path) === null) throw new ProblemError(cryptoProblems['no-key'], { areaId });
  return readKeyFile(readFileSync(path, 'utf8'));
}

const versionsOf = ({ versions }: KeyFile): OneVersion[] =>
  versions.map((v) => new OneVersion(v.version, v.from, v.logOnly, Buffer.from(v.secret, 'base64')));

function infoOf(file: KeyFile): KeysInfo {
  const hash = createHash('sha256');
  for (const { secret } of file.versions) hash.update(secret).update('\0');
  return {
    versions: file.versions.map(({ version, from, logOnly }) => ({ version, from, logOnly })),
    rotating: isRotating(file),
    fingerprint: hash.digest('hex').slice(0, 16),
  };
}

/** Written beside and renamed, so that a crash never leaves half a key. */
async function writeBeside(path: string, content: string): Promise<void> {
  const beside = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(beside, content, { mode: 0o600, flag: 'wx', flush: true });
  await rename(beside, path);
}

/** Keys of one version without a file. @param secret 32 bytes */
export const areaKeys = (secret: Uint8Array): AreaKeys =>
  new VersionedKeys([new OneVersion(1, 0, false, secret)]);
