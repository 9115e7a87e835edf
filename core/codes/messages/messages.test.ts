import { describe, expect, test } from 'vitest';
import { problemText } from '#kernel/ui/text.ts';
import { boxCode } from '../domain/plain.ts';
import { codesProblems } from '../domain/problems.ts';
import { isProblem, readExpected } from '../domain/read.ts';
import './index.ts';
import './plate.ts';

describe('every problem is said in plain words', () => {
  test.each(Object.values(codesProblems).map((kind) => kind.code))('%s', (code) => {
    expect(problemText({ code, details: {} }, 'zh-CN')).not.toContain(code);
    expect(problemText({ code, details: {} }, 'en')).not.toContain(code);
  });

  test('a box scanned where a tube is expected', () => {
    const areaId = '0190c3f0-0000-7000-8000-0000000a1b2c';
    const read = readExpected(boxCode(areaId, 3), { areaId, labs: [] }, ['tube']);
    if (!isProblem(read)) throw new Error('a box was taken for a tube');
    expect(problemText(read, 'zh-CN')).toBe('码扫错了种类：扫到的是转运箱码，这里要的是试管码。');
    expect(problemText(read, 'en')).toBe(
      'Wrong kind of code: this is a box code, a tube code is needed here.',
    );
  });
});
