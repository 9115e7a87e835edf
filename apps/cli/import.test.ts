import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '#apps/server/migrations.ts';
import { type TestDatabase, testDatabase } from '#kernel/db/testing/database.ts';
import { generatedRegister } from '#tests/import/generated-register.ts';
import { cliOf, runCli } from './main.ts';

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await testDatabase(migrations);
  folder = await mkdtemp(join(tmpdir(), 'concerto-cli-'));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const REGISTER = new URL('../../tests/data/register.xlsx', import.meta.url).pathname;

/** Runs `concerto import …`; the exit status and the last line as JSON. */
async function run(...args: string[]) {
  const lines: string[] = [];
  const env = { DATABASE_URL: database.url, CONCERTO_DATA: join(folder, 'data'), LANG: 'zh_CN.UTF-8' };
  const status = await runCli(['import', ...args], { ...cliOf(env), say: (line) => void lines.push(line) });
  return { status, lines, last: lines.length > 0 ? JSON.parse(lines.at(-1) ?? '') : null };
}

async function fileOf(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

describe('concerto import register', () => {
  it('looks without making an area, then imports, then finds nothing new', async () => {
    const created = { compounds: 3, buildings: 82, households: 1334, residents: 3546 };
    const area = ['--area', '清源居民区', '--json'];
    const dry = await run('register', REGISTER, ...area, '--dry-run');
    expect(dry).toMatchObject({ status: 0, last: { created, changed: 0, unchanged: 0 } });
    expect(dry.lines).toHaveLength(1);
    const first = await run('register', REGISTER, ...area);
    expect(first).toMatchObject({ status: 0, last: { created } });
    // Before anybody was entered it said what residents have to be told; the last line is the report alone.
    expect(first.lines[0]).toContain('还没有告知书');
    expect(first.lines.join('\n')).toContain('清源居民区');
    expect(first.last.problems).toEqual(dry.last.problems);
    expect(first.last.problems).toContainEqual({
      sheet: '清源小区',
      cell: 'F18',
      value: '310199201610122100',
      code: 'idAsNumber',
      reason: '证件号被表格当成数字，后几位已经变成 0，要重新抄',
      effect: 'doubtful',
    });
    const again = await run('register', REGISTER, ...area);
    expect(again).toMatchObject({
      status: 0,
      last: {
        created: { compounds: 0, buildings: 0, households: 0, residents: 0 },
        changed: 0,
        unchanged: 3546,
      },
    });
    expect(again.lines).toHaveLength(1);
  }, 60_000);

  it('names what is wrong with a file and exits with 1', async () => {
    const pdf = await fileOf('居民册.xlsx', Buffer.from('%PDF-1.7'));
    expect(await run('register', pdf, '--area', '甲', '--json')).toMatchObject({
      status: 1,
      last: { problem: { code: 'sheet.not-a-sheet', details: { looksLike: 'pdf' } } },
    });
    const other = await fileOf('日历.csv', Buffer.from('日期,天气\n周一,晴\n'));
    expect(await run('register', other, '--area', '甲', '--json')).toMatchObject({
      status: 1,
      last: {
        problem: {
          code: 'sheet.unrecognised',
          reason: '没有认出要导入的工作表，请手工指定',
        },
      },
    });
  });

  it('is called rightly or says how', async () => {
    expect((await run('register', REGISTER)).status).toBe(2);
    expect((await run('people', REGISTER, '--area', '甲')).status).toBe(2);
  });

  it('imports ten thousand residents; how long that takes is printed', async () => {
    const file = await fileOf('万人.xlsx', generatedRegister(10_000));
    const times: Record<string, string> = {};
    for (const [name, flags] of [
      ['preview', ['--dry-run']],
      ['preview and apply', []],
    ] as const) {
      const start = performance.now();
      const { last } = await run('register', file, '--area', '万人居民区', '--json', ...flags);
      expect(last.created.residents).toBe(10_000);
      times[name] = `${((performance.now() - start) / 1000).toFixed(1)} s`;
    }
    console.error('10,000 residents:', times);
  }, 120_000);
});
