import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROUPS, ROLES } from '../contract/roles.ts';
import { areaOfToken, hashToken, mintToken } from '../contract/token.ts';
import { mayGive } from './authority.ts';
import { maskPhone, normalPhone } from './phone.ts';
import { isWeakPin } from './pin.ts';

describe('who may give which role', () => {
  it('is never a role above the own, and never another group for leaders and deputies', () => {
    for (const role of ROLES) {
      for (const group of [...GROUPS, null]) {
        expect(mayGive({ role: 'volunteer', group: 'testing' }, role, group)).toBe(false);
        expect(mayGive(null, role, group)).toBe(false);
        expect(mayGive({ role: 'secretary', group: null }, role, group)).toBe(true);
        expect(mayGive({ role: 'command', group: null }, role, group)).toBe(role !== 'secretary');
        const own = group === 'testing';
        const byLeader = own && (role === 'deputy' || role === 'volunteer');
        expect(mayGive({ role: 'leader', group: 'testing' }, role, group)).toBe(byLeader);
        expect(mayGive({ role: 'deputy', group: 'testing' }, role, group)).toBe(own && role === 'volunteer');
      }
    }
  });
});

describe('PINs', () => {
  it('that strangers try first are weak', () => {
    for (const pin of ['12345', '111111', '123456', '654321', '121212', '123123', 'a'.repeat(65)]) {
      expect(isWeakPin(pin, '13812345678')).toBe(true);
    }
    expect(isWeakPin('345678', '13812345678')).toBe(true);
    expect(isWeakPin('812345', '13812345678')).toBe(true);
  });

  it('of any six digits without a pattern, and of words, are taken', () => {
    for (const pin of ['482913', '135790', '清源路的梧桐树', 'correct horse']) {
      expect(isWeakPin(pin, '13812345678')).toBe(false);
    }
  });
});

describe('phones', () => {
  it('are one number however they are written', () => {
    for (const typed of ['13812345678', '+8613812345678', '86 138-1234-5678', '138 1234 5678']) {
      expect(normalPhone(typed)).toBe('13812345678');
    }
    expect(normalPhone('021-64370000')).toBe('02164370000');
  });

  it('show at most seven digits, and never all', () => {
    expect(maskPhone('13812345678')).toBe('138****5678');
    fc.assert(
      fc.property(fc.stringMatching(/^\d{5,15}$/), (phone) => {
        const shown = maskPhone(phone).replaceAll('*', '').length;
        expect(shown).toBeLessThan(phone.length);
        expect(shown).toBeLessThanOrEqual(7);
      }),
    );
  });
});

describe('invitation tokens', () => {
  it('lead to their area and are stored as a hash', async () => {
    const area = '0190a3c1-7b2e-7cc3-98ab-0123456789ab';
    const token = mintToken(area);
    expect(areaOfToken(token)).toBe(area);
    expect(mintToken(area)).not.toBe(token);
    expect(await hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    for (const text of ['', 'x', `${token}x`, token.replace(/./, '+')]) expect(areaOfToken(text)).toBeNull();
  });
});
