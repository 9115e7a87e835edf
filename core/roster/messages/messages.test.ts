import { expect, it } from 'vitest';
import { problemText } from '#kernel/ui/text.ts';
import { rosterProblems } from '../contract.ts';
import './index.ts';

it('every problem of roster is said in plain words, in both languages', () => {
  for (const { code } of Object.values(rosterProblems)) {
    for (const language of ['zh-CN', 'en'] as const) {
      expect(problemText({ code, details: {} }, language)).not.toContain(code);
    }
  }
});
