import { describe, expect, it } from 'vitest';
import { identityNumber } from '../../testing/import-sheets.ts';
import { compoundOfSheet } from './compound-name.ts';
import { targetOfHeader } from './headers.ts';
import { readIdentity } from './identity.ts';
import { readName } from './names.ts';
import { readNote } from './notes.ts';
import { readPhones } from './phones.ts';
import { isSameAsAbove, readDate, readFlag } from './text.ts';

const identity = (value: string | number) => readIdentity({ value, text: String(value) }, 2022);

describe('identity numbers', () => {
  it('are taken when sound, also with blanks, full-width digits, a small x or 15 digits', () => {
    const good = identityNumber(1);
    const spaced = `${good.slice(0, 6)} ${good.slice(6, 14)} ${good.slice(14).toLowerCase()}`;
    expect(identity(spaced)).toMatchObject({ set: { idNumber: good, birthDate: '1970-01-01' }, code: null });
    expect(identity('310199700101001').set.idNumber).toBe(identityNumber(1));
    expect(identity(310199700101001).set.idNumber).toBe(identityNumber(1));
  });

  it.each([
    ['', 'idMissing'],
    ['无', 'idMissing'],
    [310199198809074300, 'idAsNumber'],
    ['3.10199E+17', 'idAsNumber'],
    ['310199198809074299', 'idChecksum'],
    ['3101991988090742', 'idLength'],
    ['310199198813074298', 'idDate'],
    ['310199202309074298', 'idDate'],
    ['310***********4298', 'idMasked'],
    ['身份证不在身边', 'idCharacters'],
  ])('%s is %s and gives no value', (value, code) => {
    expect(identity(value)).toEqual({ set: {}, code });
  });

  it('may be passports or travel permits', () => {
    expect(identity('e12345678')).toEqual({
      set: { idKind: 'passport', idNumber: 'E12345678' },
      code: 'passport',
    });
    expect(identity('H12345678').set.idKind).toBe('permit');
  });
});

it.each([
  ['19900000001', ['19900000001'], null],
  ['199 0000-0001', ['19900000001'], 'phoneSpaced'],
  ['1990000000', [], 'phoneShort'],
  ['199000000011', [], 'phoneLong'],
  ['021-55550001', ['02155550001'], null],
  ['19900000001/021-55550001', ['19900000001', '02155550001'], null],
  ['199****0001', [], 'phoneMasked'],
  ['问儿子', [], 'phoneCharacters'],
  ['', [], null],
])('phone %s', (text, phones, code) => {
  expect(readPhones(text)).toEqual({ phones, code });
});

it.each([
  [' 何　勇涛', '何勇涛', 'nameSpaced'],
  ['王㛃芳 ', '王㛃芳', null],
  ['𬱖明', '𬱖明', null],
  ['王?芳', '王?芳', 'nameUnclear'],
  ['John  Smith', 'John Smith', null],
  ['阿依古丽·买买提', '阿依古丽·买买提', null],
  ['  ', '', 'nameMissing'],
])('name %s', (text, name, code) => {
  expect(readName(text)).toEqual({ name, code });
});

it.each([
  ['血透 一三五', ['dialysis'], false, false],
  ['外地未回 租客', ['tenant'], true, false],
  ['独居老人，人户分离', ['lives-alone'], false, true],
  ['在外地 ', [], true, false],
  ['非独居，不是党员', [], false, false],
  ['孤老，行动不便', ['lives-alone', 'immobile'], false, false],
])('note %s', (text, tags, away, registeredElsewhere) => {
  expect(readNote(text)).toMatchObject({ tags, away, registeredElsewhere, note: text.trim() });
});

it('ticks, dates and marks for the same as above', () => {
  expect(['√', '是', '否', '×', '', '出差'].map(readFlag)).toEqual([
    true,
    true,
    false,
    false,
    null,
    undefined,
  ]);
  expect(['1950-3-9', '1950年3月9日', '19500309', '1950.02.30', '去年'].map(readDate)).toEqual([
    '1950-03-09',
    '1950-03-09',
    '1950-03-09',
    undefined,
    undefined,
  ]);
  expect(['同上', ' 〃', '同上楼'].map(isSameAsAbove)).toEqual([true, true, false]);
});

it.each([
  ['身份证号码/护照', 'idNumber'],
  ['户籍地址', 'ignore'],
  ['与户主关系', 'relation'],
  ['是否在沪', 'present'],
  ['不在沪', 'away'],
  ['楼号', 'building'],
  ['门牌号', 'building'],
  ['室号', 'room'],
  ['现住址', 'address'],
  ['单元', 'entrance'],
  ['独居/孤老', 'tag:lives-alone'],
  ['业主姓名', 'name'],
  ['电话2', 'otherPhone'],
  ['何勇', null],
])('header %s', (header, target) => {
  expect(targetOfHeader(header)).toBe(target);
});

it.each([
  ['清源小区', '清源小区'],
  ['海棠大厦居民信息登记表（2022年3月更新）', '海棠大厦'],
  ['Sheet1', ''],
  ['居民名单', ''],
])('a sheet named %s is of compound %s', (name, compound) => {
  expect(compoundOfSheet(name)).toBe(compound);
});
