import { describe, expect, it } from 'vitest';
import { refuseTakenPhone } from './decisions.ts';
import { emptyState, type MemberRow, type SealedPhone } from './state.ts';

const LIMITS = { longestInvitationDays: 14, newPinValidHours: 2 };
const member = (id: string, phoneBlind: string, endedAt: number | null = null): MemberRow => ({
  id,
  name: '王建国',
  role: 'volunteer',
  group: null,
  residentId: null,
  endedAt,
  phoneCipher: null,
  phoneBlind,
  phoneMask: null,
  version: 1,
});
const typed: SealedPhone = {
  phoneCipher: new Uint8Array(),
  phoneBlind: 'new',
  phoneMask: '138****0001',
  phoneBlinds: ['new', 'old'],
};

/** A state with these members, and a command `c` whose body brings that phone. */
const state = (...members: MemberRow[]) => {
  const made = emptyState(new Map([['c', typed]]), LIMITS);
  made.members.load(members);
  return made;
};
const code = (...members: MemberRow[]) => refuseTakenPhone(state(...members), 'c')?.refused.code;

describe('a phone somebody has already', () => {
  it('is found under the newest key, and under the former one while keys are rotated', () => {
    expect(code(member('m', 'new'))).toBe('accounts.phone-taken');
    expect(code(member('m', 'old'))).toBe('accounts.phone-taken');
  });

  it('is free when nobody at work has it', () => {
    expect(code()).toBeUndefined();
    expect(code(member('m', 'another'))).toBeUndefined();
    expect(code(member('m', 'old', 1))).toBeUndefined();
  });

  it('is its owner’s own, under whichever key', () => {
    const mine = state(member('m', 'old'));
    expect(refuseTakenPhone(mine, 'c', 'm')).toBeNull();
    expect(refuseTakenPhone(mine, 'c', 'somebody')?.refused.code).toBe('accounts.phone-taken');
  });

  it('is nobody’s for a command that brings none', () => {
    expect(refuseTakenPhone(state(member('m', 'new')), 'other')).toBeNull();
  });
});
