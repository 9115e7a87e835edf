/**
 * Names that nobody bears and everybody recognises as made up: a common surname and a term of the sixty-year cycle,
 * 赵甲子, 钱乙丑 …; found by name and by pinyin like any other.
 */
const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶'];
const STEMS = [...'甲乙丙丁戊己庚辛壬癸'];
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥'];
/** Terms of the cycle; 60 and 31 have no common factor, so that 1,860 names come before one comes again. */
const CYCLE = 60;

/** @param n 0 and up; another name for each below 1,860 */
export function practiceName(n: number): string {
  const surname = SURNAMES[n % SURNAMES.length] ?? '';
  const term = n % CYCLE;
  return `${surname}${STEMS[term % STEMS.length]}${BRANCHES[term % BRANCHES.length]}`;
}
