import { describe, expect, it } from 'vitest';
import { packKeys, unpackKeys } from './key-archive.ts';

const AT = Date.UTC(2022, 3, 4);
const PASSPHRASE = '清源居民区 2022 备份';
const files = new Map([
  ['keys/0190f000-0000-7000-8000-000000000001.json', Buffer.from('{"secret":"planted-secret"}')],
  ['auth-secrets.json', Buffer.from([0, 255, 10, 13])],
]);

describe('a copy of the keys', () => {
  it('opens with its passphrase and gives every file back, byte by byte', async () => {
    expect(await unpackKeys(await packKeys(files, PASSPHRASE, AT), PASSPHRASE)).toEqual(files);
  });

  it('says in its first line how it is made and when, and nothing of what it holds', async () => {
    const text = await packKeys(files, PASSPHRASE, AT);
    expect(JSON.parse(text.split('\n')[0] ?? '')).toMatchObject({
      format: 'concerto/key-archive/1',
      kdf: 'scrypt',
      cipher: 'aes-256-gcm',
      madeAt: '2022-04-04T00:00:00.000Z',
    });
    expect(text).not.toContain('planted');
    expect(text).not.toContain(Buffer.from('planted-secret').toString('base64').slice(0, 8));
  });

  it('survives being sent as text with other line ends, and a passphrase typed in another normal form', async () => {
    const text = await packKeys(files, 'Café au lait 2022', AT);
    expect(await unpackKeys(text.replace(/\n/g, '\r\n'), 'Cafe\u0301 au lait 2022')).toEqual(files);
  });

  it('does not open with another passphrase, altered, cut off, or with another header', async () => {
    const text = await packKeys(files, PASSPHRASE, AT);
    const [header = '', ...body] = text.split('\n');
    const flipped = text.replace(/\n./, (two) => (two === '\nA' ? '\nB' : '\nA'));
    for (const [attempt, passphrase] of [
      [text, 'another passphrase'],
      [flipped, PASSPHRASE],
      [text.slice(0, -40), PASSPHRASE],
      [header, PASSPHRASE],
      [[header.replace('2022', '2023'), ...body].join('\n'), PASSPHRASE],
    ] as const) {
      await expect(unpackKeys(attempt, passphrase)).rejects.toThrow('crypto.archive-closed');
    }
  });

  it.each([
    ['', 'nothing'],
    ['a photo', 'something else'],
    ['{"format":"concerto/key-archive/2"}', 'a later format'],
    ['{"format":"concerto/key-archive/1","kdf":"scrypt","N":1073741824,"r":8,"p":1}', 'a greedy header'],
  ])('%j is refused as %s before any work is done for it', async (text) => {
    await expect(unpackKeys(text, PASSPHRASE)).rejects.toThrow('crypto.archive-unknown');
  });
});
