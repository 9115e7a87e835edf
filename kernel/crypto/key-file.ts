import { randomBytes } from 'node:crypto';
import { ProblemError } from '../problem/problem.ts';
import { cryptoProblems } from './problems.ts';

/** One version of an area's keys as its file holds it. */
export interface KeyVersion {
  /** 0 for a secret of the first file format, whose values carry no version byte; else 1–255. */
  readonly version: number;
  /** 32 bytes, base64. */
  readonly secret: string;
  /** Epoch ms from which it was the newest. */
  readonly from: number;
  /** Nothing but the append-only log is sealed by it any more. */
  readonly logOnly: boolean;
}

/** An area's key file; versions stand oldest first. */
export interface KeyFile {
  readonly areaId: string;
  readonly versions: readonly KeyVersion[];
}

const FORMAT = 'concerto/area-keys/2';
const MOST_VERSIONS = 255;

export const writeKeyFile = (file: KeyFile): string => JSON.stringify({ format: FORMAT, ...file });

/** Reads both formats; the first had one secret and no versions. Throws `crypto.key-file-broken`. */
export function readKeyFile(text: string): KeyFile {
  const broken = () => new ProblemError(cryptoProblems['key-file-broken']);
  let read: Partial<KeyFile> & { format?: string; secret?: string };
  try {
    read = JSON.parse(text);
  } catch {
    throw broken();
  }
  const { areaId, secret, format } = read;
  if (typeof areaId !== 'string') throw broken();
  if (format === undefined && typeof secret === 'string') {
    return { areaId, versions: [{ version: 0, secret, from: 0, logOnly: false }] };
  }
  if (format !== FORMAT || !Array.isArray(read.versions) || read.versions.length === 0) throw broken();
  return { areaId, versions: read.versions };
}

export const newKeyFile = (areaId: string): KeyFile => ({
  areaId,
  versions: [{ version: 1, secret: freshSecret(), from: 0, logOnly: false }],
});

/** Adds a version, from then on the newest. Throws `crypto.too-many-versions` after 255. */
export function withNewVersion({ areaId, versions }: KeyFile, at: number): KeyFile {
  const version = newestOf(versions).version + 1;
  if (version > MOST_VERSIONS) throw new ProblemError(cryptoProblems['too-many-versions']);
  return { areaId, versions: [...versions, { version, secret: freshSecret(), from: at, logOnly: false }] };
}

/** All but the newest seal nothing any more but the log. */
export function withOldForLog({ areaId, versions }: KeyFile): KeyFile {
  const newest = newestOf(versions);
  return { areaId, versions: versions.map((v) => (v === newest ? v : { ...v, logOnly: true })) };
}

/** Whether an earlier version still seals values of tables: a rotation is under way, or was cut off. */
export const isRotating = ({ versions }: KeyFile): boolean => {
  const newest = newestOf(versions);
  return versions.some((v) => v !== newest && !v.logOnly);
};

export function newestOf(versions: readonly KeyVersion[]): KeyVersion {
  const newest = versions.at(-1);
  if (!newest) throw new ProblemError(cryptoProblems['key-file-broken']);
  return newest;
}

const freshSecret = () => randomBytes(32).toString('base64');
