import { describe, expect, it } from 'vitest';
import { readName } from './read-name.ts';

describe('how a name is read', () => {
  it.each([
    ['王小明', 'wang xiao ming', 'wxm'],
    ['欧阳平曦', 'ou yang ping xi', 'oypx'],
    ['单晓红', 'shan/dan/chan xiao hong', 'sxh'],
    ['覃雪', 'qin/tan xue', 'qx'],
    ['吕布', 'lv bu', 'lb'],
    ['Müller Anna', 'muller anna', 'ma'],
    ['阿依古丽·买买提', 'a/e yi gu li mai mai ti', 'ayglmmt'],
  ])('%s', (name, pinyin, initials) => {
    expect(readName(name)).toEqual({ pinyin, initials });
  });

  it('leaves out what cannot be read', () => {
    expect(readName('王3')).toEqual({ pinyin: 'wang', initials: 'w' });
  });
});
