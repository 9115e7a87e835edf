import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KNOWN_RULES } from './catalogue.ts';
import { normalAddress, readNumeral } from './normal-text.ts';
import { parseAddress } from './parse.ts';
import { recogniseRules } from './recognise.ts';
import { addressRuleFault } from './rule.ts';

/** As the first proposal reads it: building | entrance | room | floor. */
function read(...lines: string[]): string[] {
  const [best] = recogniseRules(lines);
  return lines.map((line) => {
    const reading = best ? parseAddress(line, best.rule) : { ok: false as const, doubt: 'no rule' };
    if (!reading.ok) return reading.doubt;
    const { building, entrance, room, floor } = reading.address;
    return [building, entrance ?? '', room, floor ?? ''].join('|');
  });
}

describe('addresses as committees write them', () => {
  it('lane, number and room; a 甲 number is another building', () => {
    expect(
      read('东园路15弄13号101室', '东园路15弄13号甲101室', '东园路15弄13甲号1201', '１５弄 ７号 ２０２ 室'),
    ).toEqual(['15弄13号||101|1', '15弄13号甲||101|1', '15弄13号甲||1201|12', '15弄7号||202|2']);
  });

  it('lane in lane', () => {
    expect(read('延庆路30弄5支弄12号302室', '延庆路30弄5弄2号甲101')).toEqual([
      '30弄5支弄12号||302|3',
      '30弄5支弄2号甲||101|1',
    ]);
  });

  it('old lane houses with rooms that have names', () => {
    expect(read('建业里3号底楼东间', '建业里3号亭子间', '建业里3号二楼前楼')).toEqual([
      '3号||底楼东间|1',
      '3号||亭子间|',
      '3号||2楼前楼|2',
    ]);
  });

  it('towers', () => {
    expect(read('A座101', 'B座2705', 'b座 1204室')).toEqual(['A座||101|1', 'B座||2705|27', 'B座||1204|12']);
    expect(read('东塔楼12层05室', '西塔楼8层3')).toEqual(['东座||1205|12', '西座||803|8']);
    expect(read('C-1801', 'D-902')).toEqual(['C座||1801|18', 'D座||902|9']);
  });

  it('numbered staircases, by words, Chinese numerals or dashes', () => {
    expect(read('3幢2单元402室', '三幢二单元四零二室', '十二幢1单元101')).toEqual([
      '3幢|2单元|402|4',
      '3幢|2单元|402|4',
      '12幢|1单元|101|1',
    ]);
    expect(read('3-2-402', '12—1—101', '3/1/601')).toEqual([
      '3号楼|2单元|402|4',
      '12号楼|1单元|101|1',
      '3号楼|1单元|601|6',
    ]);
  });

  it('building and room, in two columns or in one', () => {
    expect(read('1-101', '60-603', '9之201')).toEqual(['1号楼||101|1', '60号楼||603|6', '9号楼||201|2']);
    expect(read('清源小区9号楼201', '清源小区10号楼1202')).toEqual(['9号楼||201|2', '10号楼||1202|12']);
    expect(read('5号楼-301室', '5号楼-302室')).toEqual(['5号楼||301|3', '5号楼||302|3']);
  });

  it('villas, where a house is one dwelling', () => {
    expect(read('玫瑰园18号', '玫瑰园20号乙', '玫瑰园7号别墅')).toEqual([
      '18号||整栋|',
      '20号乙||整栋|',
      '7号||整栋|',
    ]);
  });

  it('says so when an address is empty or unlike its rule', () => {
    const rule = recogniseRules(['A座101'])[0]?.rule;
    if (!rule) throw new Error('no rule');
    expect(parseAddress(' ', rule)).toEqual({ ok: false, doubt: 'empty' });
    expect(parseAddress('门卫室对面', rule)).toEqual({ ok: false, doubt: 'unlike-rule' });
  });
});

describe('rules as data', () => {
  it('are sound as delivered and survive being kept as JSON', () => {
    for (const { rule } of KNOWN_RULES) {
      expect(addressRuleFault(rule)).toBeNull();
      expect(JSON.parse(JSON.stringify(rule))).toEqual(rule);
    }
  });

  it('name the first fault', () => {
    const rule = KNOWN_RULES[0]?.rule;
    expect(addressRuleFault({ ...rule, patterns: ['{lane}弄', '{flat}'] })).toBe('patterns.1');
    expect(addressRuleFault({ ...rule, label: '[{lane}' })).toBe('label');
    expect(addressRuleFault({ ...rule, floor: 'guess' })).toBe('floor');
    expect(addressRuleFault(null)).toBe('rule');
  });

  it('read a style nobody foresaw, by a rule written on the page', () => {
    const rule = {
      patterns: ['{building}区{inner}排{room}[号]'],
      label: '{building}区{inner}排',
      entrance: '',
      room: '{room}号',
      floor: 'none' as const,
    };
    expect(addressRuleFault(rule)).toBeNull();
    expect(parseAddress('2区7排13号', rule)).toEqual({
      ok: true,
      address: { building: '2区7排', entrance: null, room: '13号', floor: null },
    });
  });
});

describe('properties', () => {
  const number = fc.integer({ min: 1, max: 999 });

  it('what a rule writes it reads back the same, however it is spaced and widened', () => {
    const wide = (text: string) =>
      text.replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(
        number,
        number,
        fc.constantFrom('', '甲', '乙'),
        fc.integer({ min: 101, max: 3999 }),
        (lane, n, suffix, room) => {
          const plain = `中山路${lane}弄${n}号${suffix}${room}室`;
          const expected = [`${lane}弄${n}号${suffix}||${room}|${Math.floor(room / 100)}`];
          expect(read(plain)).toEqual(expected);
          expect(read(wide(plain).split('').join(' '))).toEqual(expected);
        },
      ),
    );
  });

  it('never throws and never reads for ever', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'1A座弄号甲楼室-东一 x'), maxLength: 300 }),
        (text) => {
          for (const { rule } of KNOWN_RULES) parseAddress(text, rule);
        },
      ),
    );
  });

  it('numerals', () => {
    expect(['四零二', '十', '十二', '二十', '三十五', '一百零三', '〇'].map(readNumeral)).toEqual([
      '402',
      '10',
      '12',
      '20',
      '35',
      '103',
      '0',
    ]);
    expect(normalAddress('五一路三号')).toBe('五一路3号');
  });
});
