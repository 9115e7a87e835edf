import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardCheckCharacter, readResidentCard } from './resident-card.ts';

const YEAR = 2026;

const card = fc
  .tuple(
    fc.date({ min: new Date('1900-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([date, serial]) => {
    const first17 = `310199${date.toISOString().slice(0, 10).replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
    return first17 + cardCheckCharacter(first17);
  });

describe('a resident card number', () => {
  it('gives birth date and sex', () => {
    expect(readResidentCard('310199198809074298', YEAR)).toEqual({
      ok: true,
      number: '310199198809074298',
      birthDate: '1988-09-07',
      sex: 'male',
    });
  });

  it('forgives spaces, full-width digits and a small x', () => {
    expect(readResidentCard(' 310199 19870103346x', YEAR)).toMatchObject({ number: '31019919870103346X' });
    expect(readResidentCard('３１０１９９198703103346', YEAR)).toMatchObject({ ok: false });
  });

  it('brings a 15-digit number to 18', () => {
    expect(readResidentCard('310199880907429', YEAR)).toMatchObject({
      ok: true,
      number: '310199198809074298',
    });
  });

  it.each([
    ['31019919880907429', 'length'],
    ['E12345678', 'characters'],
    ['310199198813074298', 'date'],
    ['310199198802304298', 'date'],
    ['310199203009074298', 'date'],
    ['310199198809074297', 'checksum'],
  ])('%s is refused for its %s', (typed, why) => {
    expect(readResidentCard(typed, YEAR)).toEqual({ ok: false, why });
  });

  it('notices any single wrong digit and any swap of neighbours', () => {
    fc.assert(
      fc.property(card, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (number, i, by) => {
        const wrong = number.slice(0, i) + ((Number(number[i]) + by) % 10) + number.slice(i + 1);
        expect(readResidentCard(wrong, YEAR).ok).toBe(false);
        const [a, b] = [number.charAt(i), number.charAt(i + 1)];
        fc.pre(a !== b && b !== 'X');
        expect(readResidentCard(number.slice(0, i) + b + a + number.slice(i + 2), YEAR).ok).toBe(false);
      }),
    );
  });

  it('reads every well-formed number as itself', () => {
    fc.assert(
      fc.property(card, (number) => {
        expect(readResidentCard(number, YEAR)).toMatchObject({ ok: true, number });
      }),
    );
  });
});
