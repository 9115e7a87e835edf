import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { ReadableStream } from 'node:stream/web';
import { createGunzip, createGzip } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import { ProblemError } from '../problem/problem.ts';
import { plainly } from './failures.ts';
import { backupProblems } from './problems.ts';

/** The first bytes of every file of the age format, version 1. */
const AGE = 'age-encryption.org/v1\n';

/** Rows shrink to a fifth at a low level already; photos are encrypted and do not shrink at any. */
export const compress = () => createGzip({ level: 2 });

/** A stage of a pipeline that encrypts for recipients. */
export const encryptFor = (recipients: readonly string[]) =>
  async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const encrypter = new Encrypter();
    for (const recipient of recipients) encrypter.addRecipient(recipient);
    yield* await encrypter.encrypt(webStream(source));
  };

/**
 * The archive within a backup's file.
 * Throws `backup.not-a-backup`, `backup.wrong-key`, `backup.damaged`, `backup.file-missing`, `backup.no-access`.
 */
export async function* openArchive(file: string, keys: readonly string[]): AsyncGenerator<Uint8Array> {
  await mustBeAge(file);
  const decrypter = new Decrypter();
  for (const key of keys) decrypter.addIdentity(key);
  const sealed = createReadStream(file);
  try {
    const plain = await decrypter.decrypt(webStream(sealed));
    // The last stream ends with whatever error ends one of them.
    yield* pipeline(Readable.from(plain), createGunzip(), () => undefined) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw ofReading(error, file);
  } finally {
    sealed.destroy();
  }
}

async function mustBeAge(file: string): Promise<void> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(AGE.length), position: 0 });
      if (buffer.toString('latin1', 0, bytesRead) === AGE) return;
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw plainly(error, file);
  }
  throw new ProblemError(backupProblems['not-a-backup'], { file });
}

/** What is no fault of the disk is one of the bytes: the library and zlib throw for nothing else here. */
function ofReading(error: unknown, file: string): unknown {
  if (error instanceof Error && 'syscall' in error) return plainly(error, file);
  const unknownKey = error instanceof Error && error.message.startsWith('no identity matched');
  return new ProblemError(backupProblems[unknownKey ? 'wrong-key' : 'damaged'], { file });
}

/** The type of the browser's own stream, which the library names. */
const webStream = (source: AsyncIterable<Uint8Array>) =>
  ReadableStream.from(source) as unknown as globalThis.ReadableStream<Uint8Array>;
