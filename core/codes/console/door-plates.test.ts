import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PrintProof } from '#kernel/print/testing/browser.ts';
import { seededBytes, seededRandom } from '#kernel/time-id/random.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { codeOfRow } from '../domain/plain.ts';
import { isProblem, readCode } from '../domain/read.ts';
import { type Door, doorPlates, PLATE_SIZES, type PlatesFor } from './door-plates.ts';

/** The same codes in every run. */
const bytes = seededBytes(seededRandom(42));
const newId = () => uuidv7(1_650_000_000_000, bytes);
const areaId = '0190c3f0-0000-7000-8000-0000000a1b2c';
const job: PlatesFor = { areaId, areaName: '清源居民区', when: '2022-04-16 20:30', language: 'zh-CN' };
const doors: Door[] = Array.from({ length: 5 }, (_, i) => ({
  kind: i % 2 ? 'place' : 'building',
  id: newId(),
  compound: '清源小区',
  label: i % 2 ? '15甲号楼 2单元' : `${i + 1}号楼`,
}));

describe('door plates', { timeout: 90_000 }, () => {
  let proof: PrintProof;
  beforeAll(async () => {
    proof = await PrintProof.open();
  });
  afterAll(() => proof.close());

  test.each(PLATE_SIZES)('%s: each leads to its door', async (size) => {
    const found: string[] = [];
    for (const picture of await proof.pictures(doorPlates(job, doors, size))) {
      for (const mark of await proof.read(picture)) {
        const read = readCode(mark.text, { areaId, labs: [] });
        found.push(isProblem(read) ? read.code : read.text);
      }
    }
    expect(found.sort()).toEqual(doors.map((door) => codeOfRow(door.kind, areaId, door.id)).sort());
  });

  test.each(PLATE_SIZES)('%s: a long name stays in its cell', async (size) => {
    const long = doors.map((door) => ({
      ...door,
      compound: '清源路二百弄海棠花园东区',
      label: '1弄234支弄56甲号楼 12单元',
    }));
    expect(await proof.overflows(doorPlates(job, long, size), '.cell')).toEqual([]);
  });

  test('two plates to a page, in both languages', () => {
    const pages = (document: string) => document.split('class="page"').length - 1;
    expect(pages(doorPlates(job, doors, 'large'))).toBe(3);
    expect(pages(doorPlates(job, doors, 'labels'))).toBe(1);
    expect(doorPlates({ ...job, language: 'en' }, doors, 'large')).toContain('Volunteers scan this');
  });
});
