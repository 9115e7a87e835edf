import { describe, expect, it } from 'vitest';
import { registerFilter } from '../contract/queries.ts';
import { peoplePaths } from '../paths.ts';
import { REGISTER_STATES, readRegisterWords, withWords } from './register-words.ts';

const ID = '018f0000-0000-7000-8000-000000000001';

describe('the address of the register', () => {
  it('says what is listed and who is open', () => {
    const words = { building: ID, text: 'wxm', tag: 'dialysis', state: 'away', resident: ID };
    expect(readRegisterWords(words)).toEqual({
      filter: { buildingId: ID, text: 'wxm', tag: 'dialysis', away: true },
      resident: ID,
    });
    expect(readRegisterWords({ state: 'nonsense' })).toEqual({ filter: {}, resident: null });
  });

  it('knows a filter for every state', () => {
    for (const state of REGISTER_STATES) {
      expect(registerFilter.safeParse(readRegisterWords({ state }).filter).success, state).toBe(true);
    }
  });

  it('drops a word that is emptied', () => {
    expect(withWords({ building: ID, text: 'w' }, { text: '', tag: 'tenant' })).toEqual({
      building: ID,
      tag: 'tenant',
    });
    expect(peoplePaths.registerOf({ text: '3号 402' })).toBe('/register?text=3%E5%8F%B7+402');
  });
});
