import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSheet } from '#kernel/sheet/read.ts';
import { testingDoors } from '../testing/mounted.ts';
import { TestingWorld } from '../testing/world.ts';
import { exportRound } from './export-sheet.ts';

let t: TestingWorld;

beforeAll(async () => {
  t = await TestingWorld.open({ people: 6, away: 1 });
  await t.openRound();
  const tubeId = t.newId();
  await t.send('testing.sample', t.scan(1, '31092022041800001', tubeId), t.sampler);
  await t.send('testing.sample', t.scan(2, '31092022041800001', tubeId), t.sampler);
  await t.send('testing.sample', t.scan(null, '31092022041800001', tubeId), t.sampler);
});
afterAll(() => t.close());

/** Each sheet as the texts a person would see. */
function readSheets(bytes: Uint8Array) {
  return readSheet(bytes).sheets.map(({ name, rows }) => {
    const width = Math.max(...rows.map((row) => row.cells.length));
    const texts = rows.map(({ cells }) => Array.from({ length: width }, (_, i) => cells[i]?.text ?? ''));
    return { name, rows: texts };
  });
}

const exported = (language: 'zh-CN' | 'en') =>
  t.world
    .read((tx) =>
      exportRound(tx, testingDoors, {
        roundId: t.roundId,
        now: t.world.clock.now(),
        language,
        actorId: t.leader.id,
      }),
    )
    .then(readSheets);

describe('the exported round', () => {
  it('has a line for each sample, codes to the last digit, people masked', async () => {
    const [samples] = await exported('zh-CN');
    expect(samples?.name).toBe('采样记录');
    expect(samples?.rows[0]?.slice(0, 11)).toEqual([
      '姓名',
      '住址',
      '联系电话',
      '轮次',
      '采样单位',
      '试管码',
      '管内次序',
      '管内人数',
      '采样时间',
      '采样点',
      '采样台',
    ]);
    expect(samples?.rows).toHaveLength(4);
    const line = samples?.rows[1] ?? [];
    expect(line.slice(0, 2)).toEqual(['王**', '清源小区 5号 101']);
    expect(line.slice(5, 8)).toEqual(['31092022041800001', '1', '3']);
    expect(line.slice(9, 13)).toEqual(['1号点', '1台', '混采 1:10', '1']);
    expect(samples?.rows[3]?.[0]).toBe('名单外人员');
    expect(JSON.stringify(samples)).not.toContain('310101199001011234');
  });

  it('says who was missed, with away ones apart', async () => {
    const [, people] = await exported('zh-CN');
    const count = (status: string) => people?.rows.filter((row) => row[3] === status).length;
    expect([count('已检'), count('应检未检'), count('外出')]).toEqual([2, 3, 1]);
  });

  it('carries the reconciliation with its differences in words, in English too', async () => {
    const [, , lanes] = await exported('en');
    expect(lanes?.rows[1]?.slice(2)).toEqual(['3', '3', '0', '1', '0', '1 tube open, 3 people']);
    expect(lanes?.rows.at(-1)?.slice(0, 7)).toEqual(['Total', '', '3', '3', '0', '1', '0']);
  });
});
