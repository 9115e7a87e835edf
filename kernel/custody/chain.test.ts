import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainOf } from './chain.ts';
import { type Side, standing, type Transfer } from './transfer.ts';

let count = 0;
const side = (of: 'given' | 'received', by: string, at: number, things = ['key']): Side => {
  count += 1;
  return { id: String(count).padStart(6, '0'), side: of, at, by, things, firsthand: true, voided: false };
};
const transfer = (id: string, from: string | null, to: string, sides: readonly Side[]): Transfer => ({
  id,
  from,
  to,
  sides,
});

describe('a passing-on', () => {
  it('waits for the other side until both have signed', () => {
    const given = side('given', 'anna', 10);
    expect(standing({ sides: [given] })).toMatchObject({ state: 'waiting-for-receiver', at: null });
    const received = side('received', 'bo', 12);
    expect(standing({ sides: [received] })).toMatchObject({ state: 'waiting-for-giver', at: null });
    expect(standing({ sides: [received, given] })).toMatchObject({ state: 'confirmed', at: 12 });
  });

  it('is not confirmed by one hand for both', () => {
    const sides = [side('given', 'anna', 10), side('received', 'anna', 11)];
    expect(standing({ sides })).toMatchObject({ state: 'waiting-for-receiver', received: null });
    expect(standing({ sides: [...sides, side('received', 'bo', 15)] })).toMatchObject({ state: 'confirmed' });
  });

  it('names what only one side has, and takes the other’s list where a side has none', () => {
    const sides = [side('given', 'anna', 10, ['a', 'b']), side('received', 'bo', 11, ['b', 'c'])];
    expect(standing({ sides })).toMatchObject({ things: ['a', 'b'], disputed: ['a', 'c'] });
    const silent = [side('given', 'anna', 10, ['a']), side('received', 'bo', 11, [])];
    expect(standing({ sides: silent })).toMatchObject({ things: ['a'], disputed: [] });
  });

  it('keeps the earliest receipt and tells of others', () => {
    const sides = [
      side('given', 'anna', 10),
      side('received', 'cai', 14),
      side('received', 'bo', 12),
      side('received', 'bo', 13),
    ];
    const stands = standing({ sides });
    expect(stands.received?.by).toBe('bo');
    expect(stands.rivals.map(({ by }) => by)).toEqual(['cai']);
  });

  it('keeps what was signed on the spot before what was copied from paper', () => {
    const paper = { ...side('received', 'paper', 3), firsthand: false };
    const sides = [side('given', 'anna', 10), paper, side('received', 'bo', 12)];
    expect(standing({ sides })).toMatchObject({ at: 12, received: { by: 'bo' }, rivals: [] });
    expect(standing({ sides: sides.slice(0, 2) })).toMatchObject({ received: { by: 'paper' } });
  });

  it('is void when all its sides were taken back', () => {
    expect(standing({ sides: [{ ...side('given', 'anna', 10), voided: true }] }).state).toBe('void');
  });
});

describe('a chain of custody', () => {
  it('moves a thing from hand to hand', () => {
    const chain = chainOf('key', 'desk', [
      transfer('2', 'courier', 'clinic', [side('given', 'bo', 30), side('received', 'cai', 31)]),
      transfer('1', 'desk', 'courier', [side('given', 'anna', 10), side('received', 'bo', 12)]),
      transfer('3', 'desk', 'courier', [
        side('given', 'anna', 10, ['other']),
        side('received', 'bo', 12, []),
      ]),
    ]);
    expect(chain.now).toEqual({ holder: 'clinic', since: 31 });
    expect(chain.steps.map(({ from, to, at }) => [from, to, at])).toEqual([
      ['desk', 'courier', 12],
      ['courier', 'clinic', 31],
    ]);
    expect(chain.broken).toEqual([]);
  });

  it('leaves it with its holder while one side is missing', () => {
    const chain = chainOf('key', 'desk', [transfer('1', 'desk', 'courier', [side('given', 'anna', 10)])]);
    expect(chain).toMatchObject({ now: { holder: 'desk', since: null }, waiting: ['1'], steps: [] });
  });

  it('is broken where somebody gives what he does not hold', () => {
    const chain = chainOf('key', 'desk', [
      transfer('1', 'desk', 'courier', [side('given', 'anna', 10), side('received', 'bo', 12)]),
      transfer('2', 'desk', 'courier', [side('given', 'anna', 20), side('received', 'cai', 22)]),
    ]);
    expect(chain).toMatchObject({ broken: ['2'], now: { holder: 'courier', since: 22 } });
  });
});

describe('whatever the order in which sides arrive', () => {
  const sides = fc.array(
    fc.record({
      transfer: fc.nat(3),
      of: fc.constantFrom('given' as const, 'received' as const),
      by: fc.constantFrom('anna', 'bo', 'cai'),
      at: fc.nat(20),
      firsthand: fc.boolean(),
      voided: fc.boolean(),
      things: fc.subarray(['key', 'card']),
    }),
    { maxLength: 16 },
  );
  const places = ['desk', 'courier', 'clinic', 'desk'];

  it('a thing has one holder, and each transfer of it is a step, waits or is void', () => {
    fc.assert(
      fc.property(sides, fc.infiniteStream(fc.nat()), (script, order) => {
        const signed = script.map((one, n) => ({
          transfer: one.transfer,
          side: { ...one, id: String(n).padStart(4, '0'), side: one.of } satisfies Side & object,
        }));
        const build = (list: typeof signed): Transfer[] =>
          places.map((to, n) =>
            transfer(
              String(n),
              n === 0 ? null : (places[n - 1] ?? null),
              to,
              list.filter((one) => one.transfer === n).map(({ side: own }) => own),
            ),
          );
        const left = [...signed];
        const mixed: typeof signed = [];
        for (const pick of order) {
          if (left.length === 0) break;
          mixed.push(...left.splice(pick % left.length, 1));
        }
        const one = chainOf('key', 'desk', build(signed));
        expect(chainOf('key', 'desk', build(mixed).reverse())).toEqual(one);
        expect(one.now.holder).toBe(one.steps.at(-1)?.to ?? 'desk');
        const concerned = build(signed).filter((t) => standing(t).things.includes('key'));
        expect(one.steps.length + one.waiting.length).toBe(
          concerned.filter((t) => standing(t).state !== 'void').length,
        );
      }),
    );
  });
});
