import './projection.ts';
import { expect, it } from 'vitest';
import { LANGUAGES } from '#kernel/ui/language.ts';
import { problemText } from '#kernel/ui/text.ts';
import { problems } from '../contract/problems.ts';

it('brings the words that gates say of a pass to every phone', () => {
  for (const { code } of Object.values(problems))
    for (const language of LANGUAGES)
      expect(problemText({ code, details: {} }, language)).not.toContain(code);
});
