import { describe, expect, it } from 'vitest';
import { answerToBadCode } from './bad-code.ts';

const said = (code: string) => answerToBadCode({ code, number: 4000, details: { kind: 'person' } });

describe('a code that is no good at the gate', () => {
  it('says nothing of a person while it was not read whole', () => {
    for (const code of ['codes.not-a-code', 'codes.check-symbol', 'codes.incomplete', 'codes.damaged']) {
      expect(said(code)).toBeNull();
    }
  });

  it('turns back whoever shows a forged one, one of another area or one withdrawn, and says why', () => {
    for (const code of ['codes.forged', 'codes.foreign-area', 'codes.revoked-key', 'codes.practice-code']) {
      expect(said(code)).toEqual({ answer: 'refused', rule: 'pass', details: { kind: 'person', why: code } });
    }
  });

  it('asks the leader while the phone does not know the key yet', () => {
    expect(said('codes.unknown-key')?.answer).toBe('ask');
  });
});
