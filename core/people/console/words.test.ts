import { describe, expect, it } from 'vitest';
import { ageAt, roomText, tagText } from './words.ts';

describe('words of the register', () => {
  it('counts whole years', () => {
    const now = Date.UTC(2022, 3, 4);
    expect(ageAt('1988-04-04', now)).toBe(34);
    expect(ageAt('1988-04-05', now)).toBe(33);
    expect(ageAt(null, now)).toBeNull();
  });

  it('leaves out the entrance where there is none', () => {
    expect(roomText({ building: '3号', entrance: null, room: '402' })).toBe('3号 402');
    expect(roomText({ building: '15弄19号', entrance: '1单元', room: '301' })).toBe('15弄19号 1单元 301');
  });

  it('says known tags in words and keeps others', () => {
    expect(tagText('dialysis', 'zh-CN')).toBe('血透');
    expect(tagText('养犬', 'en')).toBe('养犬');
  });
});
