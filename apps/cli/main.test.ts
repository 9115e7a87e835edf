import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '#kernel/db/testing/database.ts';
import { cliOf, runCli } from './main.ts';

let database: TestDatabase;
let folder: string;
let said: string[];
let complained: string[];

beforeAll(async () => {
  database = await testDatabase([]);
  folder = mkdtempSync(join(tmpdir(), 'concerto-cli-'));
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  said = [];
  complained = [];
  const spy = vi.spyOn(console, 'error').mockImplementation((line) => void complained.push(String(line)));
  return () => spy.mockRestore();
});

const run = (args: string[], env: Record<string, string> = {}) =>
  runCli(args, {
    ...cliOf({ LANG: 'en_GB.UTF-8', CONCERTO_DATA: folder, DATABASE_URL: database.url, ...env }),
    say: (line) => void said.push(line),
  });

describe('concerto', () => {
  it('shows how it is called and ends with 2 when it is not called right', async () => {
    expect(await run([])).toBe(2);
    expect(said.join('\n')).toMatch(/start .*migrate .*doctor /s);
    expect(await run(['dance'])).toBe(2);
    expect(complained).toEqual(['There is no verb dance']);
    expect(await run(['--help'])).toBe(0);
  });

  it.each([
    [['doctor', '--jsno'], 'Wrong option'],
    [['start', '--port', '99999'], '99999'],
    [['start', '--port', 'http'], 'http'],
  ])('ends with 2 and says why: %s', async (args, words) => {
    expect(await run(args)).toBe(2);
    expect(complained.join()).toContain(words);
  });

  it('speaks Chinese unless the terminal says English', async () => {
    expect(cliOf({ LANG: 'zh_CN.UTF-8' }).language).toBe('zh-CN');
    expect(cliOf({ LANG: 'C.UTF-8' }).language).toBe('zh-CN');
    expect(cliOf({ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_US.UTF-8' }).language).toBe('en');
  });
});

describe('doctor and migrate', () => {
  const verdict = () =>
    JSON.parse(said.at(-1) ?? '') as { ok: boolean; checks: { name: string; ok: boolean }[] };
  const failing = () =>
    verdict()
      .checks.filter((check) => !check.ok)
      .map((check) => check.name);

  it('finds what is to be migrated, migrates once, and then finds nothing', async () => {
    await run(['doctor', '--json']);
    expect(failing()).toContain('migrations');

    expect(await run(['migrate'])).toBe(0);
    expect(said.at(-1)).toMatch(/brought up by \d+ steps/);
    expect(await run(['migrate'])).toBe(0);
    expect(said.at(-1)).toBe('The database is up to date');

    expect(await run(['doctor', '--json'])).toBe(0);
    expect(failing()).toEqual([]);
  });

  it('finds an area whose key file is gone', async () => {
    await database.newArea();
    expect(await run(['doctor', '--json'])).toBe(1);
    expect(failing()).toEqual(['keys']);
  });

  it('tells a database that does not answer, and no password', async () => {
    const status = await run(['doctor', '--json'], {
      DATABASE_URL: 'postgres://somebody:hush-hush@127.0.0.1:9/none',
    });
    expect(status).toBe(1);
    expect(failing()).toContain('database');
    expect(said.join('\n')).not.toContain('hush-hush');
  });
});
