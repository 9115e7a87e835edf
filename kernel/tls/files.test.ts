import { createPrivateKey } from 'node:crypto';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTlsFiles } from './files.ts';
import { type CertificateFolder, certificateFolder } from './testing/pairs.ts';

const YEAR_MS = 366 * 86_400_000;

describe('the operator’s own certificate', () => {
  let files: CertificateFolder;
  const open = (certificate: string, key: string, now = Date.now()) =>
    openTlsFiles(files.path(certificate), files.path(key), { now: () => now });

  beforeAll(async () => {
    files = await certificateFolder();
    await files.write('one', ['concerto.example.org', '*.example.org']);
    await files.write('two', ['concerto.example.org']);
  });
  afterAll(() => files.forget());

  it('serves, and says which addresses it is for', async () => {
    const source = await open('one.crt', 'one.key');
    expect(source.names).toEqual(['concerto.example.org', '127.0.0.1']);
    expect(source.pair.cert.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
  });

  it('names the file that is missing', async () => {
    const gone = { kind: { code: 'tls.file-missing' } };
    await expect(open('none.crt', 'one.key')).rejects.toMatchObject({
      ...gone,
      details: { file: files.path('none.crt') },
    });
    await expect(open('one.crt', 'none.key')).rejects.toMatchObject({
      ...gone,
      details: { file: files.path('none.key') },
    });
  });

  it('names the file that cannot be read', async () => {
    await mkdir(files.path('folder.crt'));
    await expect(open('folder.crt', 'one.key')).rejects.toMatchObject({
      kind: { code: 'tls.file-unreadable' },
      details: { reason: 'EISDIR' },
    });
  });

  it('refuses a key of another certificate', async () => {
    await expect(open('one.crt', 'two.key')).rejects.toMatchObject({
      kind: { code: 'tls.key-does-not-fit' },
    });
  });

  it('refuses a file that holds something else', async () => {
    await writeFile(files.path('note.txt'), 'call the street office');
    await expect(open('note.txt', 'one.key')).rejects.toMatchObject({
      kind: { code: 'tls.not-a-certificate' },
    });
    await expect(open('one.crt', 'note.txt')).rejects.toMatchObject({ kind: { code: 'tls.not-a-key' } });
    await expect(open('one.key', 'one.crt')).rejects.toMatchObject({
      kind: { code: 'tls.not-a-certificate' },
    });
  });

  it('refuses a key behind a passphrase that nobody is there to type', async () => {
    const { pair } = await open('one.crt', 'one.key');
    const locked = createPrivateKey(pair.key).export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'secret',
    });
    await writeFile(files.path('locked.key'), locked);
    await expect(open('one.crt', 'locked.key')).rejects.toMatchObject({ kind: { code: 'tls.key-locked' } });
  });

  it('refuses one that is over, and one that has not begun', async () => {
    await expect(open('one.crt', 'one.key', Date.now() + 2 * YEAR_MS)).rejects.toMatchObject({
      kind: { code: 'tls.expired' },
    });
    await expect(open('one.crt', 'one.key', Date.now() - YEAR_MS)).rejects.toMatchObject({
      kind: { code: 'tls.not-yet-valid' },
    });
  });

  it('takes over renewed files, and keeps what it has when they do not fit', async () => {
    await copyFile(files.path('one.crt'), files.path('live.crt'));
    await copyFile(files.path('one.key'), files.path('live.key'));
    const source = await open('live.crt', 'live.key');
    expect(await source.refresh()).toBe(false);

    const before = source.pair;
    await copyFile(files.path('two.crt'), files.path('live.crt'));
    await expect(source.refresh()).rejects.toMatchObject({ kind: { code: 'tls.key-does-not-fit' } });
    expect(source.pair).toBe(before);

    await copyFile(files.path('two.key'), files.path('live.key'));
    expect(await source.refresh()).toBe(true);
    expect(source.names).toEqual(['concerto.example.org', '127.0.0.1']);
  });
});
