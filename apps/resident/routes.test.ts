import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { FixedClock } from '#kernel/time-id/clock.ts';
import { mountResident } from './routes.ts';

const ONE = { areaId: '01890000-0000-7000-8000-000000000001', name: '清源居民区' };
const TWO = { areaId: '01890000-0000-7000-8000-000000000002', name: '海棠居民区' };

const PRACTICE = '01890000-0000-7000-8000-0000000003e1';

function server(areas: readonly (typeof ONE)[]) {
  const app = Fastify();
  mountResident(app, {
    areas: async () => areas,
    practiceName: async (areaId) => (areaId === PRACTICE ? '清源居民区（练习）' : null),
    clock: new FixedClock(Date.UTC(2022, 3, 17)),
    timeZone: 'Asia/Shanghai',
    encrypted: false,
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
