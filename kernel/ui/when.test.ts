import { describe, expect, it } from 'vitest';
import { fromLocalInput, toLocalInput, whenText } from './when.ts';

const at = (text: string) => new Date(text).getTime();
const now = at('2022-04-06T15:00');

describe('times in words', () => {
  it('are a clock time today, with the day otherwise, with the year when it is another', () => {
    expect(whenText(at('2022-04-06T08:05'), 'zh-CN', now)).toBe('08:05');
    expect(whenText(at('2022-04-07T00:30'), 'zh-CN', now)).toBe('4月7日 00:30');
    expect(whenText(at('2021-12-31T23:59'), 'zh-CN', now)).toBe('2021年12月31日 23:59');
    expect(whenText(at('2022-04-07T08:05'), 'en', now)).toBe('Apr 7, 08:05');
  });

  it('go into an input and come back to the minute', () => {
    expect(toLocalInput(at('2022-04-06T08:05'))).toBe('2022-04-06T08:05');
    expect(fromLocalInput(toLocalInput(now))).toBe(now);
    expect(fromLocalInput('')).toBeNull();
  });
});
