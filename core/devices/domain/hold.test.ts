import { describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/access/access.ts';
import { holdUntil } from './hold.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2022, 3, 6, 8);
const actor = (...grants: readonly [grant: string, from: number, until: number | null][]): Actor => ({
  id: 'x',
  grants: grants.map(([grant, from, until]) => ({
    grant,
    from: NOW + from * HOUR,
    until: until === null ? null : NOW + until * HOUR,
  })),
});
const hours = (who: Actor) => (holdUntil(who, NOW, 24) - NOW) / HOUR;

describe('how long a phone holds what it pulled', () => {
  it('is to the end of the duty under way', () => {
    expect(hours(actor(['role:volunteer', -99, null], ['duty:testing', -1, 5]))).toBe(5);
  });

  it('goes on through a duty that begins before that one is over', () => {
    const day = actor(['duty:testing', 4, 10], ['duty:testing', -1, 5], ['duty:order', 9.5, 15]);
    expect(hours(day)).toBe(15);
  });

  it('stops where there is a gap: the next duty is pulled again', () => {
    expect(hours(actor(['duty:testing', -1, 5], ['duty:testing', 6, 12]))).toBe(5);
  });

  it('does not count a duty that is over', () => {
    expect(hours(actor(['role:volunteer', -99, null], ['duty:testing', -9, -1]))).toBe(24);
  });

  it.each(['role:secretary', 'role:command', 'role:leader:testing', 'role:deputy:order'])(
    'is the setting’s hours for %s, or longer with a longer duty',
    (role) => {
      expect(hours(actor([role, -99, null], ['duty:testing', -1, 5]))).toBe(24);
      expect(hours(actor([role, -99, null], ['duty:testing', -1, 30]))).toBe(30);
    },
  );

  it('does not count a role that was given up', () => {
    expect(hours(actor(['role:leader:testing', -99, -1], ['duty:testing', -1, 5]))).toBe(5);
  });

  it('is the setting’s hours without a duty: what is pulled then is one’s own', () => {
    expect(hours(actor(['role:volunteer', -99, null]))).toBe(24);
  });
});
