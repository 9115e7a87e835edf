import type { Target } from './mapping.ts';

/**
 * Words of header cells. The first that fits wins, so the particular stand before the general: 户籍地址 is no
 * address to live at, 与户主关系 is no household.
 */
const WORDS: readonly (readonly [RegExp, Target])[] = [
  [/^登记编号$/u, 'rowId'],
  [/^(序号|编号|行号|no\.?|#)$/iu, 'ignore'],
  [/户籍地址|户口地址|单位|籍贯|民族|学历|文化程度|^年龄$|周岁/u, 'ignore'],
  [/人户分离|人户不一致/u, 'registeredElsewhere'],
  [/独居|孤老|空巢/u, 'tag:lives-alone'],
  [/党员|政治面貌/u, 'tag:party-member'],
  [/血透|透析/u, 'tag:dialysis'],
  [/行动不便|卧床|失能/u, 'tag:immobile'],
  [/孕/u, 'tag:pregnant'],
  [/慢性?病/u, 'tag:chronic'],
  [/是否租|租客|租户/u, 'tag:tenant'],
  [/不在沪|外出|在外地|是否离沪/u, 'away'],
  [/是否在沪|在沪|是否在家|在家情况|是否居住/u, 'present'],
  [/人员类别|居住类[别型]|住户类[别型]|居住性质|房屋性质|人员性质|租住情况/u, 'residence'],
  [/关系/u, 'relation'],
  [/身份证|证件号|护照|公民身份|证件$|^id/iu, 'idNumber'],
  [/出生|生日/u, 'birthDate'],
  [/^性别$|^sex$/iu, 'sex'],
  [/固定?电话|座机|电话[2二]|联系方式[2二]|手机[2二]|备用/u, 'otherPhone'],
  [/手机|电话|联系方式|tel|phone|mobile/iu, 'phone'],
  [/姓名|名字|^name$|^业主$|^住户$/iu, 'name'],
  [/小区|楼盘|苑名/u, 'compound'],
  [/备注|说明|情况|remark|note/iu, 'note'],
  [/地址|住址|住所|门牌室|address/iu, 'address'],
  [/单元|门洞|梯号|楼梯|entrance/iu, 'entrance'],
  [/楼层|层$|^层|floor/iu, 'floor'],
  [/弄/u, 'lane'],
  [/室|房号|房间|房屋|户号|room|unit/iu, 'room'],
  [/楼|幢|栋|座|门牌|^号$|号码?$|building|tower|villa/iu, 'building'],
];

/** @returns what a header's words mean, or null when they mean nothing here */
export function targetOfHeader(header: string): Target | null {
  const plain = header
    .normalize('NFKC')
    .replace(/[\s*：:（(].*$/u, (rest) => (/^[\s*]/u.test(rest) ? rest.replace(/[\s*]/gu, '') : ''));
  if (plain === '' || plain.length > 20) return null;
  return WORDS.find(([word]) => word.test(plain))?.[1] ?? null;
}
