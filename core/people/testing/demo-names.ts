/** Names for persons who do not exist: common surnames and given characters, drawn by chance. */

const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文施洪葛单查覃';
const COMPOUND_SURNAMES = ['欧阳', '上官', '司马', '诸葛'];
const OLD_MALE = '国建明德福根宝祥荣华林生金水良兴文炳';
const OLD_FEMALE = '秀英兰珍凤美玉芳娣妹桂莲宝琴菊素惠月';
const YOUNG_MALE = '伟强磊军洋勇杰涛超明刚俊浩宇轩晨博子睿昊';
const YOUNG_FEMALE = '芳娜敏静丽艳娟霞婷怡雨欣梓涵萱悦思佳琪诗';
const FOREIGN = ['Anna Müller', 'James Smith', 'Marie Dubois', 'Kim Minji', 'Sato Yuki', 'Ivan Petrov'];

export type Chance = () => number;

export const pick = <T>(chance: Chance, list: readonly T[]): T => {
  const picked = list[Math.floor(chance() * list.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
};

export function demoSurname(chance: Chance): string {
  // The first of the list are the most frequent ones, as in life.
  return chance() < 0.004
    ? pick(chance, COMPOUND_SURNAMES)
    : pick(chance, [...SURNAMES].slice(0, chance() < 0.5 ? 20 : undefined));
}

export function demoGivenName(chance: Chance, sex: 'male' | 'female', birthYear: number): string {
  const old = birthYear < 1970;
  const characters = [...(sex === 'male' ? (old ? OLD_MALE : YOUNG_MALE) : old ? OLD_FEMALE : YOUNG_FEMALE)];
  const length = chance() < (old ? 0.75 : 0.6) ? 2 : 1;
  return Array.from({ length }, () => pick(chance, characters)).join('');
}

export const demoForeignName = (chance: Chance): string => pick(chance, FOREIGN);
