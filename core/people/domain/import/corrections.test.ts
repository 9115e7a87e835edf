import { describe, expect, it } from 'vitest';
import { applyPlan } from '../../testing/import-apply.ts';
import { IMPORT_YEAR, identityNumber, mobile, readFresh, sheetOf } from '../../testing/import-sheets.ts';
import {
  CORRECTION_FIELD,
  CORRECTION_KEY,
  CORRECTION_VALUE,
  isCorrectionSheet,
  readCorrections,
} from './corrections.ts';
import { withEdits } from './edits.ts';
import { planImport } from './plan.ts';
import { preview } from './preview.ts';
import { EMPTY_SNAPSHOT, type RegisterSnapshot } from './snapshot.ts';

const header = ['楼号', '室号', '姓名', '身份证号', '电话'];
const rows = [
  ['1', '101', '王芳', '31019', '1990000'],
  ['1', '101', '李明', identityNumber(2), mobile(2)],
  ['门卫室', '对面', '何勇', identityNumber(3), mobile(3)],
];
const sheet = sheetOf('清源小区', [header, ...rows]);

const stand = (before: RegisterSnapshot, register: ReturnType<typeof readFresh>): RegisterSnapshot => {
  const bodies = planImport(preview(register, before), before, 'import', new Set(), (key) => `id:${key}`);
  return applyPlan(before, bodies);
};

const area = stand(EMPTY_SNAPSHOT, readFresh(sheet));
const idOf = (name: string) => area.residents.find(({ known }) => known.name === name)?.id ?? '';

const corrections = (...lines: [id: string, field: string, value: string][]) =>
  sheetOf('待核格子', [
    ['姓名', CORRECTION_KEY, CORRECTION_FIELD, CORRECTION_VALUE],
    ...lines.map((line) => ['', ...line]),
  ]);

const apply = (filled: ReturnType<typeof corrections>) => {
  const { persons, findings } = readCorrections(filled, area, IMPORT_YEAR);
  const after = stand(area, { persons, findings, vacant: [], rules: new Map() });
  return {
    findings,
    after,
    person: (name: string) => after.residents.find(({ known }) => known.name === name),
  };
};

describe('doubtful cells that come back filled in', () => {
  it('are told from a register by their header', () => {
    expect(isCorrectionSheet(corrections())).toBe(true);
    expect(isCorrectionSheet(sheet)).toBe(false);
  });

  it('correct several fields of one resident and leave the rest', () => {
    const { person, findings } = apply(
      corrections(
        [idOf('王芳'), 'idNumber', identityNumber(1)],
        [idOf('王芳'), 'phone', '199 0000 0001'],
        [idOf('李明'), 'name', ''],
      ),
    );
    expect(findings).toEqual([]);
    expect(person('王芳')?.known).toMatchObject({ idNumber: identityNumber(1), phone: '19900000001' });
    expect(person('李明')).toEqual(area.residents.find(({ known }) => known.name === '李明'));
  });

  it('bring someone from 地址待核 to a dwelling, by the rule of the compound', () => {
    const { after, person } = apply(corrections([idOf('何勇'), 'address', '2-302']));
    const dwelling = after.dwellings.find(({ id }) => id === person('何勇')?.dwellingId);
    const building = after.buildings.find(({ id }) => id === dwelling?.buildingId);
    expect([building?.label, dwelling?.room]).toEqual(['2号楼', '302']);
  });

  it('stay named when they are still doubtful, or of nobody', () => {
    const { findings, after } = apply(
      corrections(
        [idOf('王芳'), 'idNumber', '123'],
        [idOf('王芳'), 'address', '后门'],
        ['nobody', 'phone', mobile(9)],
      ),
    );
    expect(findings.map(({ code, cell }) => `${cell} ${code}`)).toEqual([
      'D2 idLength',
      'D3 addressUnlike',
      'B4 residentUnknown',
    ]);
    expect(after.residents).toEqual(area.residents);
  });
});

it('a cell set right on the page reads as if it had been right from the start', () => {
  const edited = withEdits(
    [sheet],
    [
      { sheet: '清源小区', cell: 'D2', text: identityNumber(1) },
      { sheet: '清源小区', cell: 'E2', text: '' },
      { sheet: '另一张', cell: 'C2', text: '不相干' },
    ],
  );
  const register = readFresh(...edited);
  expect(register.persons[0]?.set).toMatchObject({ name: '王芳', idNumber: identityNumber(1) });
  expect(register.persons[0]?.set.phone).toBeUndefined();
  expect(register.findings.filter(({ row }) => row === 2)).toEqual([]);
  expect(withEdits([sheet], [])).toEqual([sheet]);
});
