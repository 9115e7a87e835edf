import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, openTestServer, setUpArea, type TestServer } from '#apps/server/testing-server.ts';
import type {
  ImportOpened,
  ImportPage,
  ImportProgress,
  ImportSummary,
} from '#core/people/contract/import.ts';
import { readSheet } from '#kernel/sheet/read.ts';
import { writeSheet } from '#kernel/sheet/write.ts';
import { generatedRegister } from './generated-register.ts';

let server: TestServer;
let secretary: Client;

beforeAll(async () => {
  server = await openTestServer();
  secretary = await setUpArea(server);
});
afterAll(() => server.close());

const BASE = '/api/people/import';

async function upload(bytes: Uint8Array, name = '居民册.xlsx', by = secretary): Promise<Response> {
  const form = new FormData();
  form.append('file', new Blob([Uint8Array.from(bytes)]), name);
  return by.fetch(BASE, { method: 'POST', body: form });
}

async function json<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

const opened = async (bytes: Uint8Array, name?: string) => json<ImportOpened>(await upload(bytes, name));

const put = (importId: string, reading: unknown): Promise<Response> =>
  secretary.fetch(`${BASE}/${importId}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(reading),
  });

const look = async ({ importId, mapping }: ImportOpened, edits: unknown[] = [], agreed: string[] = []) =>
  json<ImportSummary>(await put(importId, { mapping, edits, agreed }));

const rows = async (importId: string, list: string) =>
  json<ImportPage>(await secretary.fetch(`${BASE}/${importId}/rows?list=${list}&limit=500`));

async function applied(importId: string): Promise<ImportProgress> {
  await json(await secretary.post(`${BASE}/${importId}/apply`, {}));
  for (;;) {
    const progress = await json<ImportProgress>(await secretary.fetch(`${BASE}/${importId}/progress`));
    if (progress.state !== 'applying' && progress.state !== 'stopping') return progress;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const problemOf = async (response: Response) => ((await response.json()) as { code: string }).code;

describe('the register of 清源居民区 over HTTP', () => {
  it('is read, looked at, written, and the second time changes nothing', async () => {
    const file = await readFile(new URL('../data/register.xlsx', import.meta.url));
    const first = await opened(file);
    expect(first.sheets.map(({ name, rows: count }) => [name, count])).toEqual([
      ['清源小区', 2226],
      ['海棠大厦', 901],
      ['东园路小区', 443],
    ]);
    expect(await look(first)).toMatchObject({
      created: { compounds: 3, buildings: 82, households: 1334, residents: 3546 },
      changed: 0,
      findings: { idAsNumber: 32, duplicateRow: 8 },
    });
    expect(await applied(first.importId)).toEqual({ state: 'done', done: 3546, total: 3546, problems: [] });
    const again = await opened(file);
    expect(await look(again)).toMatchObject({
      created: { residents: 0 },
      changed: 0,
      unchanged: 3546,
      asked: 0,
    });
    expect(await applied(again.importId)).toMatchObject({ state: 'done', total: 0 });
  }, 60_000);

  it('takes its doubtful cells back as a sheet', async () => {
    const file = await readFile(new URL('../data/register.xlsx', import.meta.url));
    const { importId } = await opened(file);
    const download = await secretary.fetch(`${BASE}/${importId}/doubtful.xlsx`);
    const sheet = readSheet(new Uint8Array(await download.arrayBuffer())).sheets[0];
    const lines = (sheet?.rows ?? []).map(({ cells }) => Array.from(cells, (cell) => cell?.text ?? ''));
    const [header = [], ...cells] = lines;
    const at = (word: string) => header.indexOf(word);
    const phone = cells.find((cell) => cell[at('项目代号')] === 'phone') ?? [];
    expect(cells).toHaveLength(29 + 32 + 22 + 16 + 12);
    const filled = Array.from(header, (_, column) =>
      column === at('改为') ? '19912345678' : (phone[column] ?? ''),
    );
    const back = writeSheet({
      sheets: [{ name: '待核格子', columns: header.map((text) => ({ header: text })), rows: [filled] }],
    });
    const corrections = await opened(back);
    expect(corrections.sheets[0]?.corrections).toBe(true);
    expect(await look(corrections)).toMatchObject({ changed: 1, created: { residents: 0 } });
    const { lines: changes } = await rows(corrections.importId, 'changes');
    expect(changes[0]?.changes).toMatchObject([{ field: 'phone', from: '', to: '19912345678' }]);
    expect(await applied(corrections.importId)).toMatchObject({ state: 'done', total: 1 });
  }, 60_000);
});

describe('a smaller register', () => {
  const columns = ['楼号', '室号', '姓名', '身份证号', '电话'].map((header) => ({ header }));
  const register = (...lines: string[][]) =>
    writeSheet({ sheets: [{ name: '桂花苑', columns, rows: lines }] });

  it('has a doubtful cell set right in place before it is written', async () => {
    const file = await opened(register(['1', '101', '王芳', '', '1990000']));
    expect((await look(file)).findings).toEqual({ idMissing: 1, phoneShort: 1 });
    const edits = [{ sheet: '桂花苑', cell: 'E2', text: '19900000001' }];
    expect((await look(file, edits)).findings).toEqual({ idMissing: 1 });
    expect((await rows(file.importId, 'creates')).lines[0]).toMatchObject({
      name: '王芳',
      phone: '19900000001',
    });
    await applied(file.importId);
  });

  it('asks before a value confirmed at the door is overwritten', async () => {
    const found = await json<{ json: { rows: { id: string }[] } }>(
      await secretary.post('/rpc/people/registerList', {
        json: { filter: { text: '桂花苑 1-101' }, sort: 'address', descending: false, offset: 0, limit: 5 },
      }),
    );
    const residentId = found.json.rows[0]?.id ?? '';
    const set = { phone: '19900000002' };
    await json(await secretary.push([secretary.envelope('people.confirm-field', { residentId, set })]));
    const newer = await opened(register(['1', '101', '王芳', '', '19900000003']));
    expect(await look(newer)).toMatchObject({ asked: 1, changed: 0 });
    expect(await applied(newer.importId)).toMatchObject({ state: 'done', total: 0 });
    expect(await look(newer, [], [`${residentId}/phone`])).toMatchObject({ asked: 1 });
    expect(await applied(newer.importId)).toMatchObject({ state: 'done', total: 1 });
    expect(await look(newer)).toMatchObject({ asked: 0, unchanged: 1 });
  });

  it('is read by a kept mapping the next time', async () => {
    const odd = (name: string) =>
      writeSheet({
        sheets: [
          {
            name,
            columns: [{ header: '代号' }, { header: '位置' }, { header: '称呼' }],
            rows: [['a', '2区7排13', '何勇']],
          },
        ],
      });
    const file = await opened(odd('幸福村'));
    expect(file.mapping.sheets[0]?.use).toBe(false);
    const rule = {
      patterns: ['{building}区{inner}排{room}'],
      label: '{building}区{inner}排',
      entrance: '',
      room: '{room}号',
      floor: 'none',
    };
    const mapping = {
      sheets: [
        {
          sheet: '幸福村',
          use: true,
          headerRow: 1,
          compound: '幸福村',
          columns: [
            { column: 0, header: '代号', target: 'ignore' },
            { column: 1, header: '位置', target: 'address' },
            { column: 2, header: '称呼', target: 'name' },
          ],
          rules: [{ compound: '', name: '区排号', rule }],
        },
      ],
    };
    const body = { mappingId: crypto.randomUUID(), name: '村里的表', mapping };
    const pushed = await secretary.push([secretary.envelope('people.save-import-mapping', body)]);
    expect(await json(pushed)).toMatchObject({ answers: [{ outcome: 'done' }] });
    const next = await opened(odd('新村'));
    expect(next.mapping.sheets[0]).toMatchObject({ use: true, sheet: '新村', compound: '新村' });
    expect(await look(next)).toMatchObject({ created: { buildings: 1, residents: 1 }, findings: {} });
  });

  it('is stopped half way and goes on where it stood', async () => {
    const file = await opened(generatedRegister(1600, 7));
    await look(file);
    await json(await secretary.post(`${BASE}/${file.importId}/apply`, {}));
    await json(await secretary.post(`${BASE}/${file.importId}/stop`, {}));
    let progress: ImportProgress;
    do {
      progress = await json<ImportProgress>(await secretary.fetch(`${BASE}/${file.importId}/progress`));
    } while (progress.state === 'stopping' || progress.state === 'applying');
    expect(progress.state).toBe('stopped');
    expect(progress.done).toBeLessThan(1600);
    const rest = await applied(file.importId);
    expect(rest).toMatchObject({ state: 'done', total: 1600 - progress.done });
    expect(await look(file)).toMatchObject({ created: { residents: 0 }, unchanged: 1600 });
  }, 60_000);
});

describe('what is turned away', () => {
  it('files that are no sheets, uploads without a file, readings that make no sense', async () => {
    expect(await problemOf(await upload(Buffer.from('%PDF-1.7'), '居民册.xlsx'))).toBe('sheet.not-a-sheet');
    expect(await problemOf(await secretary.post(BASE, {}))).toBe('people.import-no-file');
    const file = await opened(generatedRegister(3, 3));
    expect(await problemOf(await put(file.importId, { mapping: {}, edits: [], agreed: [] }))).toBe(
      'people.import-wrong',
    );
    expect((await secretary.fetch(`${BASE}/${crypto.randomUUID()}`)).status).toBe(404);
  });

  it('an upload larger than a register can be, without reading it whole', async () => {
    const response = await upload(Buffer.alloc(51 * 1024 * 1024, 'a,b\n'), '居民册.csv');
    expect(response.status).toBe(413);
    expect(await problemOf(response)).toBe('sheet.too-big');
  }, 60_000);

  it('strangers', async () => {
    const form = new FormData();
    form.append('file', new Blob(['a,b']), 'a.csv');
    const headers = { 'x-concerto-area': secretary.areaId };
    const response = await fetch(`${server.address}${BASE}`, { method: 'POST', body: form, headers });
    expect(response.status).toBe(401);
  });

  it('leaves no name and no number in the log or readable on the disk', async () => {
    const file = await opened(generatedRegister(5, 5), '秘密.xlsx');
    const sealed = await readFile(join(server.dataFolder, 'imports', secretary.areaId, file.importId));
    expect(sealed.includes('310199') || sealed.includes('秘密')).toBe(false);
    expect(await readdir(join(server.dataFolder, 'imports', secretary.areaId))).toContain(file.importId);
    expect(server.logged.join('')).not.toMatch(/310199|199\d{8}|王芳/);
  });
});
