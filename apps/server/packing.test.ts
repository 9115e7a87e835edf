import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PackedOnce } from './packing.ts';

const long = JSON.stringify(Array.from({ length: 200 }, (_, i) => `清源 ${i}`));

describe('a text that many are sent', () => {
  it('is compressed as each takes it, best first', async () => {
    const packed = new PackedOnce(long);
    const br = packed.as('gzip, deflate, br');
    const gz = packed.as('gzip, deflate');
    expect([br?.encoding, gz?.encoding]).toEqual(['br', 'gzip']);
    expect(brotliDecompressSync((await br?.bytes) ?? '').toString()).toBe(long);
    expect(gunzipSync((await gz?.bytes) ?? '').toString()).toBe(long);
  });

  it('is compressed once for all who take the same form', () => {
    const packed = new PackedOnce(long);
    expect(packed.as('gzip')?.bytes).toBe(packed.as('gzip, deflate')?.bytes);
  });

  it.each([
    ['nothing is said', undefined],
    ['nothing is taken', 'identity'],
    ['a form is weighed or forbidden', 'br;q=0, gzip;q=0.5'],
  ])('is left as it is where %s', (_, accept) => {
    expect(new PackedOnce(long).as(accept)).toBeNull();
  });

  it('is left as it is where it is short', () => {
    expect(new PackedOnce('[]').as('gzip, br')).toBeNull();
  });
});
