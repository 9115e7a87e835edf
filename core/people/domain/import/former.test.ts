import { describe, expect, it } from 'vitest';
import { applyPlan } from '../../testing/import-apply.ts';
import { identityNumber, mobile, readFresh, sheetOf } from '../../testing/import-sheets.ts';
import type { ParsedRegister } from './parsed.ts';
import { askKey, planImport } from './plan.ts';
import { preview } from './preview.ts';
import {
  EMPTY_SNAPSHOT,
  type FormerResident,
  type KnownResident,
  type RegisterSnapshot,
} from './snapshot.ts';

/** An older register comes after the desk has merged, ended and moved people: it undoes none of that unasked. */
type Line = readonly [building: string, room: string, name: string, id: string, phone: string];

const register = (...lines: Line[]): ParsedRegister =>
  readFresh(sheetOf('清源小区', [['楼号', '室号', '姓名', '身份证号', '电话'], ...lines]));

const mint = (key: string) => `mint:${key}`;
const plan = (file: ParsedRegister, before: RegisterSnapshot, agreed: readonly string[] = []) =>
  planImport(preview(file, before), before, 'import', new Set(agreed), mint);

const WANG: Line = ['1', '101', '王芳', identityNumber(1), mobile(1)];
const SPELT_WRONG: Line = ['1', '101', '汪芳', '', mobile(2)];
const FILE = register(WANG, SPELT_WRONG);

const known = applyPlan(EMPTY_SNAPSHOT, plan(FILE, EMPTY_SNAPSHOT));
const [wang, wrong] = known.residents;
if (!wang || !wrong) throw new Error('both were imported');

const ended = (resident: KnownResident, standsAs: string | null, endReason: string): FormerResident => ({
  ...resident,
  standsAs,
  endedAt: 1_650_000_000_000,
  endReason,
});

describe('an entry merged into another', () => {
  const merged: RegisterSnapshot = {
    ...known,
    residents: [wang],
    former: [ended(wrong, wang.id, 'double-entry')],
  };

  it('is not made again when the register still has both lines', () => {
    expect(preview(FILE, merged)).toMatchObject({
      created: { residents: 0 },
      changed: 0,
      unchanged: 2,
      asked: 0,
      absent: [],
    });
    expect(plan(FILE, merged)).toEqual([]);
  });

  it('is not made again when only its own line is left, and the one that stands is not absent', () => {
    expect(preview(register(SPELT_WRONG), merged)).toMatchObject({
      created: { residents: 0 },
      absent: [],
    });
  });

  it('gives what nobody knew yet, and takes nothing back that was decided', () => {
    const bare: KnownResident = { ...wang, known: { name: '王芳' } };
    const snapshot = { ...merged, residents: [bare] };
    const [entry] = preview(register(SPELT_WRONG), snapshot).entries;
    expect(entry?.merge?.set).toEqual({ phone: mobile(2) });
  });

  it('is somebody else when the numbers differ', () => {
    const file = register(['1', '101', '汪芳', identityNumber(7), '']);
    const numbered = ended({ ...wrong, known: { ...wrong.known, idNumber: identityNumber(2) } }, wang.id, '');
    expect(preview(file, { ...merged, former: [numbered] }).created.residents).toBe(1);
  });
});

describe('an entry that was ended', () => {
  const snapshot: RegisterSnapshot = {
    ...known,
    residents: [wrong],
    former: [ended(wang, null, 'moved-out')],
  };

  it('is asked about, and stays ended unless someone says the person is back', () => {
    const seen = preview(FILE, snapshot);
    expect(seen).toMatchObject({ created: { residents: 0 }, asked: 1 });
    expect(seen.entries[0]).toMatchObject({ ended: { reason: 'moved-out' } });
    expect(plan(FILE, snapshot)).toEqual([]);
    const [body] = plan(FILE, snapshot, [askKey(wang.id, 'back')]);
    expect(body?.residents).toMatchObject([{ id: wang.id, restore: true, move: true }]);
  });

  it('is found by its number at another address too', () => {
    const file = register(['9', '909', '王芳', identityNumber(1), '']);
    expect(preview(file, snapshot)).toMatchObject({ created: { residents: 0 }, asked: 1 });
  });
});

describe('somebody moved by hand', () => {
  const old = wrong.dwellingId;
  const moved: KnownResident = { ...wrong, dwellingId: 'elsewhere', movedFrom: [old] };
  const snapshot: RegisterSnapshot = { ...known, residents: [wang, moved] };

  it('is neither moved back nor made a second time by the older register', () => {
    expect(preview(FILE, snapshot)).toMatchObject({
      created: { residents: 0 },
      changed: 0,
      unchanged: 2,
      asked: 0,
    });
    expect(plan(FILE, snapshot)).toEqual([]);
  });

  it('is asked about when a register names a third address', () => {
    const file = register(['5', '505', '汪芳', '', mobile(2)]);
    expect(preview(file, snapshot)).toMatchObject({ asked: 1 });
  });
});
