import { defineText } from '#kernel/ui/text.ts';

const zh = {
  'problem.codes.plate-empty': '请输入车牌。',
  'problem.codes.plate-letter':
    '车牌里没有字母 {letter}（第 {at} 位）。是数字 {digit} 吗？请对着车牌再看一遍。',
  'problem.codes.plate-character': '车牌里不会有“{character}”（第 {at} 位）。请对着车牌重新输。',
  'problem.codes.plate-province': '车牌要从省份简称开始，例如“沪”。请补上第一个字。',
  'problem.codes.plate-length':
    '车牌输了 {length} 位，应是 {shortest} 位，新能源车 {longest} 位。请补全或删去多的。',
  'problem.codes.plate-unlike': '没有这样的车牌。请对着车牌再看一遍；新能源车是 8 位。',
  'codes.plate.ordinary': '普通号牌',
  'codes.plate.new-energy': '新能源号牌',
  'codes.plate.police': '警车',
  'codes.plate.learner': '教练车',
  'codes.plate.trailer': '挂车',
  'codes.plate.emergency': '应急救援车',
  'codes.plate.consulate': '领馆车',
  'codes.plate.embassy': '使馆车',
  'codes.plate.hong-kong': '港牌车',
  'codes.plate.macau': '澳牌车',
  'codes.plate.aviation': '民航车',
  'codes.plate.armed-police': '武警车',
  'codes.plate.military': '军车',
} as const;

/** What is wrong with a plate that was typed, and what kinds of plates are called. */
defineText({
  'zh-CN': zh,
  en: {
    'problem.codes.plate-empty': 'Type the plate.',
    'problem.codes.plate-letter':
      'No plate has the letter {letter} (character {at}). Is it the digit {digit}? Look at the plate again.',
    'problem.codes.plate-character': 'No plate has “{character}” (character {at}). Type it again.',
    'problem.codes.plate-province':
      'A plate begins with the character of a province, e.g. 沪. Add the first character.',
    'problem.codes.plate-length':
      'The plate has {length} characters typed; it has {shortest}, with new energy {longest}. Complete or shorten it.',
    'problem.codes.plate-unlike':
      'There is no such plate. Look at it again; with new energy it has 8 characters.',
    'codes.plate.ordinary': 'ordinary plate',
    'codes.plate.new-energy': 'new-energy plate',
    'codes.plate.police': 'police vehicle',
    'codes.plate.learner': 'learner’s vehicle',
    'codes.plate.trailer': 'trailer',
    'codes.plate.emergency': 'emergency rescue vehicle',
    'codes.plate.consulate': 'consular vehicle',
    'codes.plate.embassy': 'embassy vehicle',
    'codes.plate.hong-kong': 'Hong Kong vehicle',
    'codes.plate.macau': 'Macau vehicle',
    'codes.plate.aviation': 'civil aviation vehicle',
    'codes.plate.armed-police': 'armed police vehicle',
    'codes.plate.military': 'military vehicle',
  } satisfies Record<keyof typeof zh, string>,
});
