import { describe, expect, test } from 'vitest';
import { kindText, problemText } from '#kernel/ui/text.ts';
import { bodies } from '../contract/commands.ts';
import { devicesProblems } from '../contract/problems.ts';
import { text } from './index.ts';

describe('what is said of phones', () => {
  test('says the same things in both languages', () => {
    const { 'zh-CN': zh, en } = text.messages;
    expect(Object.keys(en)).toEqual(Object.keys(zh));
  });

  test.each(Object.values(devicesProblems).map((kind) => kind.code))('%s is a sentence', (code) => {
    expect(problemText({ code, details: {} }, 'zh-CN')).not.toContain(code);
    expect(problemText({ code, details: {} }, 'en')).not.toContain(code);
  });

  test.each(Object.keys(bodies))('%s has a name', (kind) => {
    expect(kindText(kind, 'zh-CN')).not.toContain(kind);
    expect(kindText(kind, 'en')).not.toContain(kind);
  });
});
