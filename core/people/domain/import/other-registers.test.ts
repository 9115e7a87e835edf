import { describe, expect, it } from 'vitest';
import { readSheet } from '#kernel/sheet/read.ts';
import { writeCsv, writeSheet } from '#kernel/sheet/write.ts';
import {
  codes,
  IMPORT_YEAR,
  identityNumber,
  mobile,
  placed,
  readFresh,
  recogniseFresh,
  sheetOf,
} from '../../testing/import-sheets.ts';
import { mappingSchema } from './mapping.ts';
import { parseRegister } from './parse-register.ts';

const id = identityNumber;

describe('registers of other committees, read by a mapping and no code', () => {
  it('villas: one house is one dwelling; a person without a number; two phones in one cell', () => {
    const register = readFresh(
      sheetOf('玫瑰园', [
        ['玫瑰园别墅区住户名册'],
        ['房屋', '业主姓名', '公民身份号码', '联系方式', '备注'],
        ['18号', '王芳', id(1), `${mobile(1)}/021-55550001`, ''],
        [null, '王小明', id(2, '20150601'), '同上', ''],
        ['20号乙', 'John Smith', 'E12345678', mobile(3), '租客'],
      ]),
    );
    expect(placed(register)).toEqual(['18号||整栋|王芳', '18号||整栋|王小明', '20号乙||整栋|John Smith']);
    expect(register.persons[0]?.set).toMatchObject({
      phone: mobile(1),
      otherPhone: '02155550001',
      birthDate: '1970-01-01',
    });
    expect(register.persons[1]?.set.phone).toBe(mobile(1));
    expect(codes(register)).toEqual({ passport: 1 });
  });

  it('lane in lane: lane, number and room in columns of their own under a header of two lines', () => {
    const register = readFresh(
      sheetOf('Sheet1', [
        ['延庆里弄居民花名册'],
        ['住址', null, '姓名', '证件', null],
        ['门牌', '室', null, '身份证号', '手机'],
        ['延庆路30弄5支弄12号', '302', '赵强', id(5), mobile(5)],
        ['同上', '底楼东间', '钱敏', id(6), mobile(6)],
        ['延庆路30弄5支弄12号甲', '302', '孙丽', id(7), mobile(7)],
      ]),
    );
    expect(placed(register)).toEqual([
      '30弄5支弄12号||302|赵强',
      '30弄5支弄12号||底楼东间|钱敏',
      '30弄5支弄12号甲||302|孙丽',
    ]);
    expect(register.persons[0]?.place.compound).toBe('延庆里弄');
  });

  it('office towers: tower, floor and unit; the compound in a column', () => {
    const register = readFresh(
      sheetOf('人员', [
        ['楼盘', '房间', '姓名', '护照/身份证', '手机号码', '是否在沪'],
        ['国际中心', '东塔楼12层05室', '周敏', id(1), mobile(1), '是'],
        ['国际中心', '东塔楼12层5室', '吴刚', id(2), mobile(2), '否'],
        ['国际中心', '西塔楼1层25室', '郑海', id(3), mobile(3), '出差'],
      ]),
    );
    expect(placed(register)).toEqual(['东座||1205|周敏', '东座||1205|吴刚', '西座||125|郑海']);
    expect(register.persons.map(({ set }) => set.away)).toEqual([false, true, undefined]);
    expect(register.persons[0]?.place).toMatchObject({ compound: '国际中心', floor: 12 });
    expect(codes(register)).toEqual({ flagUnclear: 1 });
  });

  it('numbered staircases: 幢, 单元 and 室 in three columns, filled only at the first line of each', () => {
    const register = readFresh(
      sheetOf('新村一居', [
        ['幢', '单元', '室', '姓名', '出生日期', '性别', '政治面貌', '电话'],
        [3, 1, '101', '李梅', '1948.3.9', '女', '中共党员', mobile(1)],
        [null, null, null, '李建国', '1946年12月1日', '男', '群众', null],
        [null, null, '102', '陈阿宝', '19500230', '男', null, null],
        [null, 2, '101', '杨根', '1950-02-28', '男', null, null],
        [4, 1, null, '何勇', '1950-02-28', '男', null, null],
      ]),
    );
    expect(placed(register)).toEqual([
      '3号楼|1单元|101|李梅',
      '3号楼|1单元|101|李建国',
      '3号楼|1单元|102|陈阿宝',
      '3号楼|2单元|101|杨根',
      // The room of another entrance is never carried over.
      '地址待核||4-1单元|何勇',
    ]);
    expect(codes(register)).toEqual({ dateUnclear: 1, roomMissing: 1 });
    expect(register.persons[0]?.set).toMatchObject({
      tags: ['party-member'],
      birthDate: '1948-03-09',
      sex: 'female',
    });
  });

  it('columns nobody recognises are given a meaning on the page', () => {
    const sheet = sheetOf('名单', [
      ['代号', '位置', '称呼'],
      ['甲', '2区7排13', '何勇'],
    ]);
    const proposed = recogniseFresh([sheet], '幸福新村');
    expect(proposed.sheets[0]?.use).toBe(false);
    const mapping = mappingSchema.parse({
      sheets: [
        {
          sheet: '名单',
          use: true,
          headerRow: 1,
          compound: '幸福新村',
          columns: [
            { column: 1, header: '位置', target: 'address' },
            { column: 2, header: '称呼', target: 'name' },
          ],
          rules: [
            {
              compound: '',
              name: '区排号',
              rule: {
                patterns: ['{building}区{inner}排{room}'],
                label: '{building}区{inner}排',
                entrance: '',
                room: '{room}号',
                floor: 'none',
              },
            },
          ],
        },
      ],
    });
    expect(placed(parseRegister([sheet], mapping, IMPORT_YEAR))).toEqual(['2区7排||13号|何勇']);
  });
});

describe('the same register in other files', () => {
  const header = ['楼号', '室号', '姓名', '身份证号', '联系电话'];
  const rows = [
    ['1', '101', '王㛃芳', id(1), mobile(1)],
    ['', '', '李 明', id(2), mobile(2)],
  ];
  const asXlsx = writeSheet({
    sheets: [{ name: '清源小区', columns: header.map((h) => ({ header: h })), rows }],
  });
  const asCsv = writeCsv({ columns: header.map((h) => ({ header: h })), rows });

  it.each([
    ['.xlsx', asXlsx],
    ['.csv with a mark', asCsv],
    ['.csv without a mark', asCsv.subarray(3)],
  ])('%s', (_name, bytes) => {
    const sheets = readSheet(bytes).sheets;
    const register = parseRegister(sheets, recogniseFresh(sheets, '清源小区'), IMPORT_YEAR);
    expect(placed(register)).toEqual(['1号楼||101|王㛃芳', '1号楼||101|李明']);
    expect(register.persons.map(({ set, place }) => [place.compound, set.idNumber])).toEqual([
      ['清源小区', id(1)],
      ['清源小区', id(2)],
    ]);
  });
});
