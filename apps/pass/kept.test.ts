import { describe, expect, test } from 'vitest';
import { linkOf, readLink } from '#groups/passes/domain/link.ts';
import { passKey } from '#groups/passes/domain/rolling.ts';
import { AREA, NOON, printed, SECRET, SIGNED_AT, somePass } from '#groups/passes/testing/shown.ts';
import { keepPass } from './kept.ts';

const DAY = 86_400_000;
const pass = somePass({ form: 'phone' });
const endOf = (one = pass, signedAt = SIGNED_AT): string =>
  linkOf('', {
    text: printed(one, AREA, signedAt),
    rollingKey: Buffer.from(passKey(SECRET, one.id, signedAt)).toString('hex'),
  }).slice('/pass/#'.length);

/** A browser's own store. */
function aStore(first: string | null = null) {
  let kept = first;
  return {
    getItem: () => kept,
    setItem: (_name: string, value: string) => {
      kept = value;
    },
  };
}

describe('a phone that opens the link of a pass', () => {
  test('keeps it, and shows it again without the link', () => {
    const store = aStore();
    const [opened] = keepPass(endOf(), NOON, store);
    expect(opened).toMatchObject({
      id: pass.id,
      detail: { kind: 'resident', form: 'phone' },
      until: pass.validUntil,
    });
    expect(opened?.key).toHaveLength(16);
    expect(keepPass('', NOON, store).map(({ id }) => id)).toEqual([pass.id]);
  });

  test('keeps those of a family, the latest opened first, each once', () => {
    const store = aStore();
    const other = somePass({ id: '0190c3f0-3333-7000-8000-00000000cafe', form: 'phone' });
    keepPass(endOf(), NOON, store);
    expect(keepPass(endOf(other), NOON, store).map(({ id }) => id)).toEqual([other.id, pass.id]);
    const extended = { ...pass, validUntil: pass.validUntil + DAY };
    const kept = keepPass(endOf(extended), NOON, store);
    expect(kept.map(({ id, until }) => [id, until])).toEqual([
      [pass.id, extended.validUntil],
      [other.id, other.validUntil],
    ]);
  });

  test('goes on with the new one when the old link of a renewed pass is opened again', () => {
    const store = aStore();
    keepPass(endOf(), NOON, store);
    keepPass(endOf(pass, NOON), NOON, store);
    expect(keepPass(endOf(), NOON, store).map(({ signedAt }) => signedAt)).toEqual([NOON]);
  });

  test('lets go what was over a week ago, and takes no other text for a pass', () => {
    const store = aStore();
    keepPass(endOf(), NOON, store);
    expect(keepPass('', pass.validUntil + 8 * DAY, store)).toEqual([]);
    for (const wrong of ['', 'S', endOf().slice(1), endOf().slice(0, -1), 'javascript:alert(1)']) {
      expect(keepPass(wrong, NOON, aStore())).toEqual([]);
    }
    expect(keepPass('', NOON, aStore('{"a":1}'))).toEqual([]);
  });
});

test('a link is read as it was made', () => {
  expect(readLink(`#${endOf()}`)).toEqual({ text: printed(pass), rollingKey: endOf().slice(-32) });
});
