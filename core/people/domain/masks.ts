/** What is left to see of a value: enough to tell two lines apart, not enough to use. Made on the server. */

const COMPOUND_SURNAMES =
  /^(欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|夏侯|轩辕|端木|百里|呼延|南宫|西门|独孤|澹台|太史|申屠|公冶|仲孙|钟离|闻人|赫连|万俟|单于|拓跋|完颜|淳于|濮阳|第五|公羊|宗政|鲜于|闾丘|亓官|司寇|子车|颛孙|巫马|漆雕|乐正|壤驷|公良|夹谷|宰父|谷梁|段干|东郭|梁丘|左丘|东门|羊舌|微生)/u;

/** The surname of a Chinese name, one or two characters; of any other name its first character. */
export function surnameOf(name: string): string {
  const characters = [...name];
  if (characters.length > 2 && COMPOUND_SURNAMES.test(name)) return characters.slice(0, 2).join('');
  return characters[0] ?? '';
}

/** `王小明` → `王**`, `欧阳平曦` → `欧阳**`, `Smith John` → `S*********`: one star for each character hidden. */
export function maskName(name: string): string {
  const surname = surnameOf(name);
  return surname + '*'.repeat([...name].length - [...surname].length);
}

/** `310199198809074298` → `310***********4298`; shorter numbers keep the first and the last two. */
export function maskIdNumber(number: string): string {
  if (number.length >= 15) return maskMiddle(number, 3, 4);
  return number.length >= 6 ? maskMiddle(number, 1, 2) : '*'.repeat(number.length);
}

/** `19900000003` → `199****0003`; a landline keeps its last four. */
export function maskPhone(phone: string): string {
  if (phone.length === 11) return maskMiddle(phone, 3, 4);
  return phone.length > 5 ? maskMiddle(phone, 0, 4) : '*'.repeat(phone.length);
}

function maskMiddle(text: string, head: number, tail: number): string {
  return text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(text.length - tail);
}

/** A mask that came back in a sheet: it says nothing about the value. */
export function isMask(text: string): boolean {
  return text.includes('*');
}
