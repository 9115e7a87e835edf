import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { ProblemError } from '../problem/problem.ts';
import { cryptoProblems } from './problems.ts';

/** Path below the data folder → content. */
export type KeyFiles = ReadonlyMap<string, Buffer>;

const FORMAT = 'concerto/key-archive/1';
const KEY_BYTES = 32;
const TAG = 16;
/** 128 MB and some tenths of a second per guess (OWASP password storage: N = 2^17, r = 8, p = 1). */
const COST = { N: 2 ** 17, r: 8, p: 1 };
/** A header is not trusted: beyond this it could be made to take all memory. */
const MOST_COST = { N: 2 ** 20, r: 16, p: 4 };

/** The first line of an archive, readable, bound into the ciphertext. */
interface Header {
  readonly format: string;
  readonly kdf: 'scrypt';
  readonly N: number;
  readonly r: number;
  readonly p: number;
  /** base64, 16 bytes. */
  readonly salt: string;
  readonly cipher: 'aes-256-gcm';
  /** base64, 12 bytes. */
  readonly nonce: string;
  /** ISO 8601. */
  readonly madeAt: string;
}

/**
 * Key files under a passphrase, as text: a line of JSON that says how it is made, then base64 of AES-256-GCM ciphertext
 * and tag under scrypt's key, in lines of 76.
 */
export async function packKeys(files: KeyFiles, passphrase: string, at: number): Promise<string> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const header = JSON.stringify({
    format: FORMAT,
    kdf: 'scrypt',
    ...COST,
    salt: salt.toString('base64'),
    cipher: 'aes-256-gcm',
    nonce: nonce.toString('base64'),
    madeAt: new Date(at).toISOString(),
  } satisfies Header);
  const cipher = createCipheriv('aes-256-gcm', await keyOf(passphrase, salt, COST), nonce);
  cipher.setAAD(Buffer.from(header));
  const plain = JSON.stringify([...files].map(([path, content]) => [path, content.toString('base64')]));
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${header}\n${sealed.toString('base64').replace(/.{76}/g, '$&\n')}\n`;
}

/** Throws `crypto.archive-unknown` when it is none, `crypto.archive-closed` for a wrong passphrase or an altered file. */
export async function unpackKeys(text: string, passphrase: string): Promise<KeyFiles> {
  const [line = '', ...rest] = text.replace(/\r/g, '').split('\n');
  const header = readHeader(line);
  const sealed = Buffer.from(rest.join(''), 'base64');
  const key = await keyOf(passphrase, Buffer.from(header.salt, 'base64'), header);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(header.nonce, 'base64'));
    decipher.setAAD(Buffer.from(line));
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
    const plain = decipher.update(sealed.subarray(0, sealed.length - TAG), undefined, 'utf8');
    const files = JSON.parse(plain + decipher.final('utf8')) as [string, string][];
    return new Map(files.map(([path, content]) => [path, Buffer.from(content, 'base64')]));
  } catch {
    throw new ProblemError(cryptoProblems['archive-closed']);
  }
}

function readHeader(line: string): Header {
  const unknown = new ProblemError(cryptoProblems['archive-unknown']);
  let header: Header;
  try {
    header = JSON.parse(line) as Header;
  } catch {
    throw unknown;
  }
  const bounded = (['N', 'r', 'p'] as const).every(
    (name) => Number.isInteger(header[name]) && header[name] >= 1 && header[name] <= MOST_COST[name],
  );
  if (header.format !== FORMAT || header.kdf !== 'scrypt' || !bounded) throw unknown;
  if (typeof header.salt !== 'string' || typeof header.nonce !== 'string') throw unknown;
  return header;
}

function keyOf(passphrase: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  const { N, r, p } = cost;
  const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);
  return derive(passphrase.normalize('NFKC'), salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r });
}
