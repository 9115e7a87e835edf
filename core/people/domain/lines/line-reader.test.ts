import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LinePerson, LineReader } from './line-reader.ts';

const NUMBER = '310199198809074298';
const ID = '0180f3a0-0000-7000-8000-000000000001';

const at = (
  id: string,
  name: string,
  building: string,
  room: string,
  more: Partial<LinePerson> = {},
): LinePerson => ({ id, name, compound: '清源小区', building, entrance: null, room, ...more });

const people = [
  at('wang', '王小明', '3号', '402'),
  at('li', '李芳', '3号', '402'),
  at('wang5', '王小明', '5号', '101'),
  at('zhang', '张伟', '13号甲', '601'),
  at('lou1', '钱多', '6号', '302', { entrance: '1单元' }),
  at('lou', '楼小月', '6号', '302', { entrance: '2单元' }),
  at('john', 'John Smith', '7号', '701'),
  at('chen', '陈静', '3号', '402', { compound: '海棠苑' }),
  at(ID, '周平', '8号', '801'),
];
const reader = new LineReader(people, new Map([[NUMBER, 'zhang']]));
const found = (line: string) => reader.read(line);
const sure = (...residentIds: string[]) => ({ residentIds, doubt: null });

describe('a line of a list says whom it means', () => {
  it.each([
    ['3号402 王小明', 'wang'],
    ['3号402室王小明', 'wang'],
    ['3-402，李芳', 'li'],
    ['王小明 5号101', 'wang5'],
    ['1. 3号402 王小明', 'wang'],
    ['12、清源小区3号402 李芳', 'li'],
    ['海棠苑 3号402 陈静', 'chen'],
    ['13甲601 张伟', 'zhang'],
    ['13号甲601张伟', 'zhang'],
    ['6号2单元302 楼小月', 'lou'],
    ['6号302楼小月', 'lou'],
    ['７号７０１ John Smith', 'john'],
    ['3号 402 王** 19900000003', 'wang'],
    [NUMBER, 'zhang'],
    [`张伟 ${NUMBER}`, 'zhang'],
    ['3号402 王小明 310199198809074299', 'wang'],
    [`${ID} 周平`, ID],
    ['张伟', 'zhang'],
    ['13甲601', 'zhang'],
    ['7701 John Smith', 'john'],
  ])('%s', (line, id) => {
    expect(found(line)).toEqual(sure(id));
  });

  it('an address alone is everybody there', () => {
    expect(found('清源小区 3号402')).toEqual(sure('wang', 'li'));
    expect(found('5-101')).toEqual(sure('wang5'));
  });
});

describe('a line that is not certain says why', () => {
  it.each([
    ['', 'nothing-to-read'],
    ['，', 'nothing-to-read'],
    ['9号999 王小明', 'no-such-place'],
    ['海棠苑 5号101', 'no-such-place'],
    ['3号402 赵六', 'not-at-this-place'],
    ['赵六', 'nobody-of-that-name'],
    ['310199198809074299', 'unknown-mark'],
    ['0180f3a0-0000-7000-8000-00000000000f', 'unknown-mark'],
  ])('%s: %s', (line, doubt) => {
    expect(found(line)).toEqual({ residentIds: [], doubt });
  });

  it('with everybody it could be', () => {
    expect(found('王小明')).toEqual({ residentIds: ['wang', 'wang5'], doubt: 'several' });
    expect(found('3号402')).toEqual({ residentIds: ['wang', 'li', 'chen'], doubt: 'several' });
    expect(found('6号302')).toEqual({ residentIds: ['lou1', 'lou'], doubt: 'several' });
  });

  it('one mark unknown makes the whole line doubtful: nobody of it is quietly left out', () => {
    expect(found(`${NUMBER} 310199198809074299`).doubt).toBe('unknown-mark');
  });
});

describe('whatever is pasted', () => {
  it('is read to people of the register or to a doubt, and never throws', () => {
    const ids = new Set(people.map(({ id }) => id));
    const piece = fc.oneof(
      fc.constantFrom('3号', '402', '王小明', '清源小区', '、', '*', NUMBER, '甲', '座', ' ', '1. '),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const { residentIds, doubt } = found(pieces.join(''));
        expect(residentIds.every((id) => ids.has(id))).toBe(true);
        if (doubt === null) expect(residentIds.length).toBeGreaterThan(0);
      }),
    );
  });
});
