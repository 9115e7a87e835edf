import { describe, expect, test } from 'vitest';
import { problemText } from '#kernel/ui/text.ts';
import { problems } from '../contract/rules.ts';
import './by-hand.ts';
import './import.ts';
import './index.ts';

describe('every problem is said in plain words', () => {
  test.each(Object.values(problems).map((kind) => kind.code))('%s', (code) => {
    expect(problemText({ code, details: {} }, 'zh-CN')).not.toContain(code);
    expect(problemText({ code, details: {} }, 'en')).not.toContain(code);
  });
});
