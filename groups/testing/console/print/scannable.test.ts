import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boxCode, codeOfRow, isProblem, nextTubeCodes, readCode, serialOf } from '#core/codes/contract.ts';
import { PrintProof } from '#kernel/print/testing/browser.ts';
import { seededBytes, seededRandom } from '#kernel/time-id/random.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { boxLabels } from './box-labels.ts';
import { elderCards } from './elder-cards.ts';
import type { PrintFor } from './job.ts';
import { namedCards } from './names.ts';
import { personCards } from './person-cards.ts';
import { SIGNS, signsOf, siteSigns } from './site-signs.ts';
import { type TubeLabels, tubeLabels } from './tube-labels.ts';

/** The same codes in every run: a blot that is read today is read tomorrow. */
const bytes = seededBytes(seededRandom(42));
const newId = () => uuidv7(1_650_000_000_000, bytes);
const areaId = '0190c3f0-0000-7000-8000-0000000a1b2c';
const job: PrintFor = {
  areaId,
  areaName: '清源居民区',
  round: '4月17日第一轮',
  when: '2022-04-16 20:30',
  language: 'zh-CN',
};
const context = { areaId, labs: [{ name: '市疾控', pattern: '#'.repeat(17) }] };

describe('a phone reads what the desk printed', { timeout: 90_000 }, () => {
  let proof: PrintProof;
  beforeAll(async () => {
    proof = await PrintProof.open();
  });
  afterAll(() => proof.close());

  /** Everything found on all pages, as the phone understands it. */
  const scan = async (document: string, dpi = 300) => {
    const found = [];
    for (const picture of await proof.pictures(document, dpi)) {
      for (const mark of await proof.read(picture)) {
        const read = readCode(mark.text, context);
        if (isProblem(read)) throw new Error(`${mark.text}: ${read.code}`);
        found.push(read);
      }
    }
    return found;
  };
  const people = Array.from({ length: 12 }, (_, i) => ({
    residentId: newId(),
    householdId: `h${i}`,
    compound: '海棠大厦',
    building: '15甲号楼',
    room: String(1201 + i),
    sort: String(i).padStart(4, '0'),
    nameMask: '欧阳**',
    fullName: '欧阳建国',
    birthYear: 1940,
  }));
  const series = (given: ReturnType<typeof nextTubeCodes>) => {
    if (isProblem(given)) throw new Error(given.code);
    return given;
  };
  const labels = (change: Partial<TubeLabels>): TubeLabels => ({
    codes: [],
    series: 'own',
    where: '2号点 · 3台',
    ratio: 10,
    sheet: 'a4-65',
    skip: 0,
    copies: 1,
    ...change,
  });

  test('person cards, each leading to its resident', async () => {
    const found = await scan(personCards(job, namedCards(people)));
    expect(found.map((read) => 'serial' in read && read.serial).sort()).toEqual(
      people.map((p) => serialOf(p.residentId)).sort(),
    );
  });

  test('large cards', async () => {
    const found = await scan(elderCards(job, namedCards(people.slice(0, 3))));
    expect(found.map((read) => read.text).sort()).toEqual(
      people
        .slice(0, 3)
        .map((p) => codeOfRow('person', areaId, p.residentId))
        .sort(),
    );
  });

  test('cards with a blot on the code', async () => {
    const blot =
      '.card-code { position: relative; } .card-code::after { content: ""; position: absolute; left: 14mm; top: 13mm; width: 7mm; height: 6mm; background: #000; }';
    const document = personCards(job, namedCards(people.slice(0, 4))).replace('</style>', `${blot}</style>`);
    expect(await scan(document)).toHaveLength(4);
  });

  test('large cards from afar, at a quarter of the sharpness, a thumb on it', async () => {
    const thumb =
      '.elder-code { position: relative; } .elder-code::after { content: ""; position: absolute; left: 26mm; bottom: 40mm; width: 26mm; height: 16mm; border-radius: 8mm; background: #c68; }';
    const document = elderCards(job, namedCards(people.slice(0, 2))).replace('</style>', `${thumb}</style>`);
    expect(await scan(document, 75)).toHaveLength(2);
  });

  test('the smallest label at half the sharpness of a printer', async () => {
    const codes = series(nextTubeCodes({ kind: 'own', areaId, day: '2022-04-17', lane: 'A' }, 1, 10));
    expect(await scan(tubeLabels(job, labels({ codes })), 150)).toHaveLength(10);
  });

  test.each(['a4-65', 'a4-24', 'a4-21'] as const)('tubes of our own series on %s', async (sheet) => {
    const codes = series(nextTubeCodes({ kind: 'own', areaId, day: '2022-04-17', lane: 'A' }, 32, 21));
    const found = await scan(tubeLabels(job, labels({ codes, sheet, skip: 3 })));
    expect(found.map((read) => read.text).sort()).toEqual([...codes].sort());
    expect(new Set(found.map((read) => read.kind))).toEqual(new Set(['tube']));
  });

  test.each(['a4-65', 'a4-24', 'a4-21'] as const)("a laboratory's tubes on %s", async (sheet) => {
    const from = '31092022041800001';
    const codes = series(nextTubeCodes({ kind: 'lab', pattern: '310920220418#####' }, from, 21));
    const found = await scan(tubeLabels(job, labels({ codes, sheet, series: 'lab' })));
    expect(found).toHaveLength(codes.length);
    expect(found.map((read) => read.text).sort()).toEqual([...codes].sort());
  });

  test('box labels', async () => {
    const found = await scan(boxLabels(job, [7, 8, 9]));
    expect(found.map((read) => read.text).sort()).toEqual([7, 8, 9].map((n) => boxCode(areaId, n)));
  });

  test('no sign has anything running out of its frame', async () => {
    const document = siteSigns(
      job,
      signsOf([{ name: '2号采样点', lanes: ['特殊人群绿色通道1台'] }], SIGNS),
      'right',
    );
    expect(await proof.overflows(document, '.sign')).toEqual([]);
    expect((await proof.pdf(document)).pages).toHaveLength(SIGNS.length + 1);
  });

  test('no card or label has anything running out of its cell', async () => {
    const long = people.map((p) => ({ ...p, building: '1弄234支弄56甲号楼', nameMask: '买买提·吐尔逊***' }));
    const codes = series(nextTubeCodes({ kind: 'own', areaId, day: '2022-04-17', lane: 'A' }, 32, 5));
    const where = '海棠大厦南广场采样点 · 特殊人群1台';
    for (const document of [
      personCards(job, namedCards(long)),
      elderCards(job, namedCards(long.map((p) => ({ ...p, fullName: '买买提·吐尔逊阿卜杜拉' })))),
      ...(['a4-65', 'a4-24', 'a4-21'] as const).flatMap((sheet) => [
        tubeLabels(job, labels({ codes, sheet, where })),
        tubeLabels(job, labels({ codes: ['31092022041800001'], series: 'lab', sheet, where })),
      ]),
      boxLabels(job, [128]),
    ]) {
      expect(await proof.overflows(document, '.cell')).toEqual([]);
    }
  });
});
