import { describe, expect, it } from 'vitest';
import { KNOWN_RULES } from '#core/places/contract.ts';
import { identityNumber, mobile, recogniseFresh, sheetOf } from '../../testing/import-sheets.ts';
import { fillPlaces } from './fill-down.ts';
import type { SheetMapping } from './mapping.ts';
import { recognise } from './recognise.ts';
import { applySavedMapping } from './saved-mapping.ts';

const targets = (mapping: SheetMapping | undefined) => mapping?.columns.map(({ target }) => target);

const person = (n: number) => [identityNumber(n), mobile(n)] as const;

describe('recognising a sheet', () => {
  it('finds the header under titles and notes', () => {
    const [part] = recogniseFresh([
      sheetOf('桂花苑', [
        ['桂花苑住户名单'],
        ['制表：居委会'],
        [null],
        ['楼号', '室号', '姓名', '身份证'],
        ['1', '101', '王芳', identityNumber(1)],
      ]),
    ]).sheets;
    expect(part).toMatchObject({ use: true, headerRow: 4, compound: '桂花苑' });
  });

  it('tells columns without a known header by their cells', () => {
    const [part] = recogniseFresh([
      sheetOf('桂花苑', [
        ['甲', '乙', '丙', '丁', '戊'],
        ['3号楼402', '王芳', '女', ...person(1)],
        ['3号楼402', '李明', '男', ...person(2)],
        ['4号楼101', '陈宝', '男', ...person(3)],
      ]),
    ]).sheets;
    expect(targets(part)).toEqual(['address', 'name', 'sex', 'idNumber', 'phone']);
    expect(part).toMatchObject({ use: true, headerRow: 1, rules: [{ name: 'block-room' }] });
  });

  it('takes the second phone for another one, and any third column of a kind for nothing', () => {
    const [part] = recogniseFresh([
      sheetOf('桂花苑', [
        ['地址', '姓名', '手机', '联系电话', '电话3', '姓名'],
        ['3号楼402', '王芳', mobile(1), mobile(2), mobile(3), '王芳'],
      ]),
    ]).sheets;
    expect(targets(part)).toEqual(['address', 'name', 'phone', 'otherPhone', 'ignore', 'ignore']);
  });

  it('leaves out hidden sheets and sheets without names or places', () => {
    const register = sheetOf('桂花苑', [
      ['地址', '姓名'],
      ['3号楼402', '王芳'],
    ]);
    const prices = sheetOf('价目', [
      ['品名', '单价'],
      ['苹果', 5],
    ]);
    const { sheets } = recogniseFresh([{ ...register, hidden: true }, prices]);
    expect(sheets.map(({ use }) => use)).toEqual([false, false]);
  });

  it('keeps to the rule a compound has already, where it fits', () => {
    const known = KNOWN_RULES.find(({ name }) => name === 'number-room');
    if (!known) throw new Error('no such rule');
    const own = { name: '我们的写法', rule: known.rule };
    const sheet = sheetOf('桂花苑', [
      ['地址', '姓名'],
      ['3号402', '王芳'],
    ]);
    const ruleOfCompound = new Map([['桂花苑', own]]);
    const [part] = recognise([sheet], { rules: KNOWN_RULES, ruleOfCompound, fileName: '' }).sheets;
    expect(part?.rules.map(({ name }) => name)).toEqual(['我们的写法']);
  });

  it('proposes a rule for each compound of a sheet that names them in a column', () => {
    const [part] = recogniseFresh([
      sheetOf('全部', [
        ['小区', '住址', '姓名'],
        ['海棠大厦', 'A座1204', '王芳'],
        ['海棠大厦', 'B座101', '李明'],
        ['东园路小区', '15弄3号101室', '陈宝'],
      ]),
    ]).sheets;
    expect(part?.rules.map(({ compound, name }) => [compound, name])).toEqual([
      ['海棠大厦', 'tower-room'],
      ['东园路小区', 'lane-number-room'],
    ]);
  });
});

describe('rows', () => {
  const sheet = sheetOf('桂花苑', [
    ['楼号', '室号', '姓名', '身份证'],
    ['1', '101', '王芳', identityNumber(1)],
    [null, '〃', '李明', null],
    ['1号楼小计', null, '共2人', null],
    [null],
    ['楼号', '室号', '姓名', '身份证'],
    ['2', null, '陈宝', null],
    ['填表日期：2022年3月，请各楼组长核对', null, null, null],
  ]);

  it('are told apart, and places repeat only within what they belong to', () => {
    const [part] = recogniseFresh([sheet]).sheets;
    if (!part) throw new Error('no mapping');
    expect(fillPlaces(sheet, part).map(({ kind, place }) => [kind, place.building, place.room])).toEqual([
      ['data', '1', '101'],
      ['data', '1', '101'],
      ['subtotal', undefined, undefined],
      ['blank', undefined, undefined],
      ['header', undefined, undefined],
      ['data', '2', undefined],
      ['remark', undefined, undefined],
    ]);
  });
});

describe('a kept mapping', () => {
  const columns = ['甲', '乙', '丙'];
  const sheet = (name: string) => sheetOf(name, [columns, ['3号402', '王芳', mobile(1)]]);
  const kept: SheetMapping = {
    sheet: '旧表',
    use: true,
    headerRow: 1,
    compound: '旧小区',
    columns: columns.map((header, column) => ({
      column,
      header,
      target: column === 0 ? 'address' : column === 1 ? 'name' : 'note',
    })),
    rules: [],
  };

  it('is taken for a sheet with the same words above its columns, under the new compound', () => {
    const sheets = [sheet('新小区')];
    const taken = applySavedMapping({ sheets: [kept] }, sheets, recogniseFresh(sheets)).sheets[0];
    expect(taken).toMatchObject({ sheet: '新小区', compound: '新小区', use: true });
    expect(targets(taken)).toEqual(['address', 'name', 'note']);
  });

  it('is left alone for a sheet with other words', () => {
    const other = [
      sheetOf('别的', [
        ['子', '乙', '丙'],
        ['3号402', '王芳', mobile(1)],
      ]),
    ];
    const proposed = recogniseFresh(other);
    expect(applySavedMapping({ sheets: [kept] }, other, proposed)).toEqual(proposed);
  });
});
