import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { FixedClock } from '#kernel/time-id/clock.ts';
import { mountResident } from './routes.ts';
import type { ResidentZones } from './zones.ts';

const ONE = { areaId: '01890000-0000-7000-8000-000000000001', name: '清源居民区' };
const TWO = { areaId: '01890000-0000-7000-8000-000000000002', name: '海棠居民区' };

const PRACTICE = '01890000-0000-7000-8000-0000000003e1';

function server(areas: readonly (typeof ONE)[], zones?: ResidentZones) {
  const app = Fastify();
  mountResident(app, {
    areas: async () => areas,
    practiceName: async (areaId) => (areaId === PRACTICE ? '清源居民区（练习）' : null),
    clock: new FixedClock(Date.UTC(2022, 3, 17)),
    timeZone: 'Asia/Shanghai',
    encrypted: false,
    ...(zones ? { zones } : {}),
  });
  return (url: string) => app.inject({ url });
}

describe('the residents’ address', () => {
  test('answers a page without script, asked again each time', async () => {
    const answer = await server([ONE])('/');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-cache');
    expect(answer.body).toContain('清源居民区');
    expect(answer.body).toContain('今天我能做什么');
  });

  test('lets the reader choose among several areas, then shows that one', async () => {
    const get = server([ONE, TWO]);
    expect((await get('/')).body).toContain(`href="/a/${TWO.areaId}"`);
    const chosen = await get(`/a/${TWO.areaId}`);
    expect(chosen.body).toContain('海棠居民区');
    expect(chosen.body).not.toContain('清源居民区');
  });

  test('keeps language and size in the address', async () => {
    const { body } = await server([ONE])('/?lang=en&large=1');
    expect(body).toContain('<html lang="en" class="large">');
    expect(body).toContain('href="/?lang=en"');
  });

  test('ignores a language it does not speak and an area it does not know', async () => {
    const get = server([ONE]);
    expect((await get('/?lang=xx')).body).toContain('<html lang="zh-CN"');
    expect((await get('/a/nowhere')).body).toContain('您住在哪个居民区');
    expect((await server([])('/')).body).toContain('还没有开通');
  });

  test('marks a practice area all along, and never offers one', async () => {
    const practised = await server([ONE, TWO])(`/a/${PRACTICE}`);
    expect(practised.body).toContain('清源居民区（练习）');
    expect(practised.body).toMatch(/class="practice"[\s\S]*练习：人和数据都是编的，不算数/);
    const choice = await server([ONE, TWO])('/');
    expect(choice.body).not.toContain('练习');
    expect((await server([ONE])('/')).body).not.toContain('class="practice"');
  });
});

describe('a building’s page', () => {
  const BUILDING = '01890000-0000-7000-8000-0000000000b3';
  const both = (text: string) => ({ 'zh-CN': text, en: text });
  const zones: ResidentZones = {
    choices: async () => [{ compound: '清源小区', buildings: [{ id: BUILDING, label: '3号' }] }],
    view: async (_areaId, placeId) =>
      placeId === BUILDING
        ? {
            place: '清源小区 3号',
            status: 'lockdown',
            since: Date.UTC(2022, 3, 16, 2),
            step: { to: 'control', due: Date.UTC(2022, 3, 23, 2) },
            may: [both('请待在家里')],
            must: [],
            apart: [{ id: BUILDING, label: '2单元' }],
          }
        : null,
  };

  test('is chosen by compound and building, without script and without a name', async () => {
    const get = server([ONE], zones);
    const { body } = await get('/?large=1');
    expect(body).toContain('您住哪一栋');
    expect(body).toContain(`href="/a/${ONE.areaId}/b/${BUILDING}?large=1">3号`);
  });

  test('says what holds, since when, what follows and what one may do', async () => {
    const { body } = await server([ONE], zones)(`/a/${ONE.areaId}/b/${BUILDING}`);
    for (const words of [
      '清源小区 3号<span class="tone tone-red">封控</span>',
      '4月16日 10:00 起',
      '没有新增阳性的话，最早 4月23日 10:00 转为管控',
      '请待在家里',
      '这栋楼各单元不一样',
      `href="/a/${ONE.areaId}"`,
    ])
      expect(body).toContain(words);
    expect(Buffer.byteLength(body)).toBeLessThan(14 * 1024);
  });

  test('of a code that is not known says so, and lets one choose', async () => {
    for (const code of ['nothing', '01890000-0000-7000-8000-0000000000ff']) {
      const { body } = await server([ONE], zones)(`/a/${ONE.areaId}/b/${code}`);
      expect(body).toContain('这个码没有登记');
      expect(body).toContain('您住哪一栋');
    }
  });
});
