import { isSameAsAbove, plainText } from './text.ts';

/** What a column holds by the look of its cells, as shares of the filled ones, 0–1. */
export interface ColumnLook {
  readonly filled: number;
  readonly identity: number;
  readonly phone: number;
  readonly sex: number;
  readonly name: number;
  /** A whole address: several words of place with numbers between, or A座101. */
  readonly address: number;
}

const IDENTITY = /^\d{17}[\dX]$|^\d{15}$|^[A-Z]\d{8}$/i;
const PHONE = /^1\d{10}$|^0\d{2,3}-?\d{7,8}$/;
const NAME = /^[\p{Script=Han}·]{2,5}$/u;
const ADDRESS =
  /\d+弄\d+|\d+号楼?.*\d{2,}|\d+(?:幢|栋|单元).*\d+|[A-Z东南西北]座?[-\d]*\d{3,}|^\d+[-/]\d+[-/]?\d{0,4}$/iu;

export function lookAt(texts: readonly string[]): ColumnLook {
  const plain = texts.map(plainText).filter((text) => text !== '' && !isSameAsAbove(text));
  const share = (test: (text: string) => boolean) =>
    plain.length === 0 ? 0 : plain.filter(test).length / plain.length;
  return {
    filled: plain.length,
    identity: share((text) => IDENTITY.test(text.replace(/\s/g, ''))),
    phone: share((text) => PHONE.test(text.replace(/[\s]/g, ''))),
    sex: share((text) => text === '男' || text === '女'),
    name: share((text) => NAME.test(text.replace(/\s/g, ''))),
    address: share((text) => ADDRESS.test(text)),
  };
}
