import { identityNumber, mobile } from '#core/people/testing/import-sheets.ts';
import { writeSheet } from '#kernel/sheet/write.ts';
import { seededRandom } from '#kernel/time-id/random.ts';

const FAMILY = '王李张刘陈杨赵黄周吴徐孙马朱胡郭何林高罗';
const GIVEN = '芳敏静丽强磊洋勇艳杰娟涛明超秀霞平刚桂英';

/** A register of one compound as a sheet: six storeys, four rooms a floor, about 2.7 persons a room. */
export function generatedRegister(persons: number, seed = 1): Buffer {
  const random = seededRandom(seed);
  const pick = (text: string) => text.charAt(Math.floor(random() * text.length));
  const rows: (string | number | null)[][] = [];
  for (let dwelling = 0; rows.length < persons; dwelling++) {
    const building = 1 + Math.floor(dwelling / 24);
    const room = `${1 + Math.floor((dwelling % 24) / 4)}0${1 + (dwelling % 4)}`;
    const size = 1 + Math.floor(random() * 4.4);
    for (let member = 0; member < size && rows.length < persons; member++) {
      const n = rows.length;
      const day = new Date(Date.UTC(1940, 0, 1 + Math.floor(n / 900) + Math.floor(random() * 900) * 30));
      rows.push([
        n + 1,
        member === 0 ? building : null,
        member === 0 ? room : null,
        `${pick(FAMILY)}${pick(GIVEN)}${pick(GIVEN)}`,
        n % 50 === 7 ? '' : identityNumber(n % 900, day.toISOString().slice(0, 10).replaceAll('-', '')),
        n % 3 === 0 ? '' : mobile(n),
        member === 0 ? '户主' : '家属',
        n % 11 === 0 ? '独居老人' : '',
      ]);
    }
  }
  const columns = ['序号', '楼号', '室号', '姓名', '身份证号', '联系电话', '与户主关系', '备注'];
  return writeSheet({ sheets: [{ name: '万人小区', columns: columns.map((header) => ({ header })), rows }] });
}
