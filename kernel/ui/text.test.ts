import { describe, expect, expectTypeOf, test } from 'vitest';
import { defineText, fill, type ParamsOf, problemText, translator } from './text.ts';

const text = defineText({
  'zh-CN': {
    close: '封管',
    filled: '本管 {count} 人，管号 {tube}',
    'problem.sample.tube-full': '这管满了，已有 {count} 人',
  },
  en: {
    close: 'Close tube',
    filled: '{count} {count|person|people} in tube {tube}',
    'problem.sample.tube-full': 'This tube is full: {count} {count|person|people}',
  },
});

describe('a module’s texts', () => {
  test('speak both languages with the same keys', () => {
    expect(translator(text, 'zh-CN')('close')).toBe('封管');
    expect(translator(text, 'en')('close')).toBe('Close tube');
  });

  test('take their placeholders, group numbers and leave codes alone', () => {
    expect(translator(text, 'zh-CN')('filled', { count: 1204, tube: '04170032' })).toBe(
      '本管 1,204 人，管号 04170032',
    );
  });

  test('choose the English form by the number', () => {
    const t = translator(text, 'en');
    expect(t('filled', { count: 1, tube: 'a' })).toBe('1 person in tube a');
    expect(t('filled', { count: 2, tube: 'a' })).toBe('2 people in tube a');
  });

  test('a missing placeholder stays visible', () => {
    expect(fill('{who} 已采', {}, 'zh-CN')).toBe('{who} 已采');
  });

  test('a value is never read as a placeholder again', () => {
    expect(fill('{a}', { a: '{b}', b: 'x' }, 'en')).toBe('{b}');
  });

  test('the compiler asks for exactly the placeholders a message has', () => {
    expectTypeOf<ParamsOf<'封管'>>().toEqualTypeOf<[params?: undefined]>();
    expectTypeOf<ParamsOf<'{count} 人 {tube}'>>().toEqualTypeOf<
      [params: Readonly<Record<'count' | 'tube', string | number>>]
    >();
  });
});

describe('a problem in plain words', () => {
  test('is found in whichever module registered it', () => {
    const full = { code: 'sample.tube-full', details: { count: 10 } };
    expect(problemText(full, 'zh-CN')).toBe('这管满了，已有 10 人');
    expect(problemText(full, 'en')).toBe('This tube is full: 10 people');
  });

  test('names its code when no module knows it, instead of showing nothing', () => {
    expect(problemText({ code: 'nowhere.known', details: {} }, 'zh-CN')).toContain('nowhere.known');
  });
});
