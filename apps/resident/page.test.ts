import { describe, expect, test } from 'vitest';
import type { ResidentPageData, ResidentView } from './data.ts';
import { renderResidentPage } from './page.ts';

const data: ResidentPageData = {
  areaName: '清源居民区',
  at: Date.UTC(2022, 3, 17, 0, 30),
  timeZone: 'Asia/Shanghai',
  place: '3号楼 402',
  status: { tone: 'red', word: { 'zh-CN': '封控', en: 'Lockdown' } },
  may: [
    {
      'zh-CN': '请在家里，需要的东西由志愿者送到门口',
      en: 'Stay at home; volunteers bring things to your door',
    },
  ],
  must: [
    {
      what: { 'zh-CN': '今天下楼做核酸', en: 'Come down for a test today' },
      when: { 'zh-CN': '3号楼 09:20–09:40', en: 'Building 3, 09:20–09:40' },
    },
  ],
  ask: [{ name: { 'zh-CN': '居委会值班', en: 'Committee on duty' }, phone: '021-6400 1234', hours: null }],
};
const view: ResidentView = { language: 'zh-CN', large: false, path: '/r/3K7Q' };

describe('the residents’ page', () => {
  test('answers the three questions in three cards, in both languages', () => {
    const chinese = renderResidentPage(data, view);
    for (const words of [
      '今天我能做什么',
      '接下来我要做什么',
      '有事找谁',
      '今天下楼做核酸',
      '3号楼 09:20–09:40',
    ])
      expect(chinese).toContain(words);
    const english = renderResidentPage(data, { ...view, language: 'en' });
    expect(english).toContain('<html lang="en"');
    expect(english).toContain('Come down for a test today');
    expect(english).not.toContain('今天下楼做核酸');
  });

  test('says the state of the place in a word, not by colour alone', () => {
    expect(renderResidentPage(data, view)).toContain('<span class="tone tone-red">封控</span>');
  });

  test('tells the area’s own time', () => {
    expect(renderResidentPage(data, view)).toContain('08:30');
  });

  test('dials the desk with one touch', () => {
    expect(renderResidentPage(data, view)).toContain('href="tel:02164001234"');
  });

  test('changes size and language by plain links that keep each other', () => {
    const page = renderResidentPage(data, { ...view, large: true });
    expect(page).toContain('class="large"');
    expect(page).toContain('href="/r/3K7Q?lang=en&amp;large=1"');
    expect(page).toContain('href="/r/3K7Q"');
  });

  test('says what to do where nothing is known', () => {
    const bare = renderResidentPage({ ...data, may: [], must: [], ask: [], unknownCode: true }, view);
    expect(bare).toContain('这个码没有登记');
    expect(bare).toContain('请联系居委会');
    expect(renderResidentPage({ ...data, areaName: null }, view)).toContain('还没有开通');
  });

  test('asks which area, where several are open', () => {
    const choose = [
      { name: '清源居民区', path: '/a/1' },
      { name: '海棠居民区', path: '/a/2' },
    ];
    const page = renderResidentPage({ ...data, areaName: null, choose }, view);
    expect(page).toContain('href="/a/2">海棠居民区');
    expect(page).not.toContain('还没有开通');
  });

  test('shows the notice the area has confirmed, folded, and nothing before', () => {
    const notice = [{ title: { 'zh-CN': '谁来收集', en: 'Who collects it' }, text: '清源居民委员会' }];
    const page = renderResidentPage({ ...data, notice }, view);
    expect(page).toContain(
      '<details><summary>个人信息告知书</summary><h3>谁来收集</h3><p>清源居民委员会</p>',
    );
    expect(renderResidentPage(data, view)).not.toContain('<details>');
  });

  test('escapes what others wrote', () => {
    const page = renderResidentPage({ ...data, areaName: '<img src=x onerror="1">', place: '"&\'' }, view);
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img src=x onerror=&quot;1&quot;&gt;');
    expect(page).toContain('&quot;&amp;&#39;');
  });

  test('stays small: everything but the read-aloud script in one answer', () => {
    expect(Buffer.byteLength(renderResidentPage(data, view))).toBeLessThan(12 * 1024);
  });
});
