import { expect, it } from 'vitest';
import { problemText } from '#kernel/ui/text.ts';
import { zonesProblems } from '../contract.ts';
import './index.ts';

it('every problem of zones is said in plain words, in both languages', () => {
  for (const { code } of Object.values(zonesProblems)) {
    for (const language of ['zh-CN', 'en'] as const) {
      expect(problemText({ code, details: {} }, language)).not.toContain(code);
    }
  }
});
