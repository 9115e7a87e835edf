import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPlan } from '../../testing/import-apply.ts';
import { identityNumber, mobile, readFresh, sheetOf } from '../../testing/import-sheets.ts';
import type { ParsedRegister } from './parsed.ts';
import { askKey, planImport } from './plan.ts';
import { preview } from './preview.ts';
import { importRowsBodySchema } from './rows.ts';
import { EMPTY_SNAPSHOT, type RegisterSnapshot } from './snapshot.ts';

type Line = readonly [building: string, room: string, name: string, id: string, phone: string, note: string];

const register = (...lines: Line[]): ParsedRegister =>
  readFresh(sheetOf('清源小区', [['楼号', '室号', '姓名', '身份证号', '电话', '备注'], ...lines]));

const mint = (key: string) => `mint:${key}`;

const run = (file: ParsedRegister, before: RegisterSnapshot, agreed: readonly string[] = []) => {
  const seen = preview(file, before);
  const bodies = planImport(seen, before, 'import', new Set(agreed), mint);
  return { seen, bodies, after: applyPlan(before, bodies) };
};

const WANG: Line = ['1', '101', '王芳', identityNumber(1), mobile(1), '独居老人'];
const LI: Line = ['1', '101', '李明', identityNumber(2), '', ''];
const CHEN: Line = ['2', '302', '陈宝', '', mobile(3), '租客'];

describe('a register beside what is known', () => {
  it('creates everything in an empty area, and nothing the second time', () => {
    const file = register(WANG, LI, CHEN);
    const first = run(file, EMPTY_SNAPSHOT);
    expect(first.seen.created).toEqual({ compounds: 1, buildings: 2, households: 2, residents: 3 });
    const again = run(file, first.after);
    expect(again.seen).toMatchObject({
      created: { compounds: 0, buildings: 0, households: 0, residents: 0 },
      changed: 0,
      unchanged: 3,
      asked: 0,
    });
    expect(again.bodies).toEqual([]);
  });

  it('shows a newer register field by field, and silence empties nothing', () => {
    const { after } = run(register(WANG, LI, CHEN), EMPTY_SNAPSHOT);
    const newer = run(
      register(
        ['1', '101', '王芳', identityNumber(1), mobile(9), '行动不便'],
        ['1', '101', '李明', identityNumber(2), mobile(2), ''],
        ['2', '302', '陈宝', identityNumber(3), mobile(3), ''],
      ),
      after,
    );
    expect(
      newer.seen.entries.map(({ merge }) =>
        merge?.changes.map(({ field, from, to }) => `${field}: ${from}→${to}`),
      ),
    ).toEqual([
      [
        `phone: ${mobile(1)}→${mobile(9)}`,
        'tags: lives-alone→immobile, lives-alone',
        'note: 独居老人→行动不便',
      ],
      [`phone: →${mobile(2)}`],
      [
        'sex: →female',
        'birthDate: →1970-01-01',
        'idKind: →resident-card',
        `idNumber: →${identityNumber(3)}`,
      ].map((text) => text.replace('female', Number(identityNumber(3)[16]) % 2 ? 'male' : 'female')),
    ]);
    expect(newer.after.residents.find(({ known }) => known.name === '陈宝')?.known.note).toBe('租客');
  });

  it('never overwrites a value confirmed in the field without asking', () => {
    const { after } = run(register(WANG), EMPTY_SNAPSHOT);
    const confirmed = {
      ...after,
      residents: after.residents.map((resident) => ({
        ...resident,
        confirmed: { phone: 1_650_000_000_000 },
      })),
    };
    const file = register(['1', '101', '王芳', identityNumber(1), mobile(9), '独居老人']);
    const asked = run(file, confirmed);
    expect(asked.seen).toMatchObject({ changed: 0, unchanged: 0, asked: 1 });
    expect(asked.seen.entries[0]?.merge?.asks).toEqual([
      { field: 'phone', from: mobile(1), to: mobile(9), confirmedAt: 1_650_000_000_000 },
    ]);
    expect(asked.bodies).toEqual([]);
    const id = confirmed.residents[0]?.id ?? '';
    const { bodies, after: agreed } = run(file, confirmed, [askKey(id, 'phone')]);
    expect(bodies[0]?.residents).toMatchObject([{ id, set: { phone: mobile(9) }, agreed: ['phone'] }]);
    expect(agreed.residents[0]?.known.phone).toBe(mobile(9));
  });

  it('asks before it moves someone, and takes someone out of 地址待核 unasked', () => {
    const { after } = run(register(WANG, ['门卫室', '对面', '何勇', '', mobile(4), '']), EMPTY_SNAPSHOT);
    const file = register(
      ['9', '909', '王芳', identityNumber(1), '', ''],
      ['3', '303', '何勇', '', mobile(4), ''],
    );
    const { seen, bodies } = run(file, after);
    expect(seen.entries.map(({ moved }) => moved)).toEqual(['asked', 'taken']);
    expect(bodies.flatMap(({ residents }) => residents.map(({ set, move }) => [set, move]))).toEqual([
      [{}, true],
    ]);
    expect(seen.absent).toEqual([]);
  });

  it('counts who is known and not in the register, and ends nobody', () => {
    const { after } = run(register(WANG, LI, CHEN), EMPTY_SNAPSHOT);
    const { seen, bodies } = run(register(WANG), after);
    expect(seen.absent.map(({ known }) => known.name)).toEqual(['李明', '陈宝']);
    expect(bodies).toEqual([]);
  });

  it('keeps two people of one name and dwelling apart by their phones', () => {
    const twins = register(['1', '101', '王芳', '', mobile(1), ''], ['1', '101', '王芳', '', mobile(2), '']);
    const { after } = run(twins, EMPTY_SNAPSHOT);
    expect(after.residents).toHaveLength(2);
    expect(run(twins, after).bodies).toEqual([]);
  });
});

describe('a plan', () => {
  const line = fc.tuple(
    fc.integer({ min: 1, max: 4 }).map(String),
    fc.integer({ min: 101, max: 104 }).map(String),
    fc.constantFrom('王芳', '李明', '陈宝'),
    fc.oneof(
      fc.constant(''),
      fc.integer({ min: 1, max: 30 }).map((n) => identityNumber(n)),
    ),
    fc.oneof(fc.constant(''), fc.integer({ min: 1, max: 5 }).map(mobile)),
    fc.constantFrom('', '租客', '独居老人', '外地未回'),
  );

  it('is sound for any lines: applied, the same file changes nothing and creates nobody twice', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const file = register(...lines);
        const first = run(file, EMPTY_SNAPSHOT);
        expect(first.after.residents).toHaveLength(first.seen.created.residents);
        expect(first.after.buildings).toHaveLength(first.seen.created.buildings);
        const again = run(file, first.after);
        expect(again.seen.created.residents).toBe(0);
        expect(again.seen.created.buildings).toBe(0);
      }),
    );
  });

  it('cuts 1,201 people into three chunks whose places come before their people', () => {
    const lines = Array.from(
      { length: 1201 },
      (_, n): Line => [
        String(1 + Math.floor(n / 40)),
        String(101 + (n % 40)),
        '王芳',
        identityNumber(n % 1000, n < 1000 ? '19700101' : '19710101'),
        '',
        '',
      ],
    );
    const { bodies, after } = run(register(...lines), EMPTY_SNAPSHOT);
    expect(bodies.map(({ chunk, chunks, residents }) => [chunk, chunks, residents.length])).toEqual([
      [0, 3, 500],
      [1, 3, 500],
      [2, 3, 201],
    ]);
    expect(after.residents).toHaveLength(1201);
    const uuid = (key: string) => `00000000-0000-7000-8000-${hash(key)}`;
    for (const body of planImport(
      preview(register(...lines), EMPTY_SNAPSHOT),
      EMPTY_SNAPSHOT,
      uuid('i'),
      new Set(),
      uuid,
    )) {
      expect(importRowsBodySchema.safeParse(body).error).toBeUndefined();
    }
  });
});

/** Twelve hexadecimal digits of a text (FNV-1a), enough to tell test rows apart. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (const char of text) {
    value = BigInt.asUintN(64, (value ^ BigInt(char.charCodeAt(0))) * 0x100000001b3n);
  }
  return value.toString(16).padStart(16, '0').slice(0, 12);
}
