import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { codeOfRow } from '#core/codes/contract.ts';
import { boxLabels } from './box-labels.ts';
import { elderCards } from './elder-cards.ts';
import type { PrintFor } from './job.ts';
import { type CardPerson, inCardOrder, namedCards, withMaskedNames } from './names.ts';
import { personCards } from './person-cards.ts';
import { SIGNS, signsOf, siteSigns } from './site-signs.ts';
import { tubeLabels } from './tube-labels.ts';

const areaId = '0190c3f0-0000-7000-8000-0000000a1b2c';
const job: PrintFor = {
  areaId,
  areaName: '清源居民区',
  round: '4月17日第一轮',
  when: '2022-04-16 20:30',
  language: 'zh-CN',
};
const person = (change: Partial<CardPerson> = {}): CardPerson => ({
  residentId: randomUUID(),
  householdId: 'h1',
  compound: '清源小区',
  building: '3号楼',
  room: '402',
  sort: '0001',
  nameMask: '王**',
  fullName: null,
  birthYear: 1950,
  ...change,
});
const pagesOf = (document: string) => document.split('<section class="page">').length - 1;

describe('whose card it is', () => {
  test('one of a kind in the household: the mask alone', () => {
    const [shown] = withMaskedNames([person(), person({ nameMask: '李*' }), person({ householdId: 'h2' })]);
    expect(shown?.shownName).toBe('王**');
  });

  test('two that would look the same: with the year of birth, and a number where even that is the same', () => {
    const shown = withMaskedNames([person(), person({ birthYear: 1980 }), person({ birthYear: 1980 })]);
    expect(shown.map((p) => p.shownName)).toEqual(['王** 1950', '王** 1980', '王** 1980 (2)']);
  });

  test('without years they are numbered', () => {
    const shown = withMaskedNames([person({ birthYear: null }), person({ birthYear: null })]);
    expect(shown.map((p) => p.shownName)).toEqual(['王**', '王** (2)']);
  });

  test('cards come in walking order, the eldest of a household first', () => {
    const people = [
      person({ sort: '0002', room: '501', householdId: 'h2' }),
      person({ birthYear: 2015 }),
      person({ birthYear: 1940 }),
    ];
    expect(inCardOrder(people).map((p) => p.birthYear)).toEqual([1940, 2015, 1950]);
  });

  test('an ordinary card never shows a full name, even when it is handed over', () => {
    expect(personCards(job, namedCards([person({ fullName: '王秀英' })]))).not.toContain('王秀英');
  });

  test('a large card shows it when the reader may see it, else the mask', () => {
    expect(elderCards(job, namedCards([person({ fullName: '王秀英' })]))).toContain('王秀英');
    expect(elderCards(job, namedCards([person()]))).toContain('王**');
  });
});

describe('sheets', () => {
  test('eleven cards are two pages of ten, each saying whose, what, when, which page', () => {
    const document = personCards(job, namedCards(Array.from({ length: 11 }, () => person())));
    expect(pagesOf(document)).toBe(2);
    for (const part of ['清源居民区', '人员码卡 · 4月17日第一轮', '2022-04-16 20:30', '第 2 页，共 2 页']) {
      expect(document).toContain(part);
    }
  });

  test('a name is text, whatever it holds', () => {
    expect(elderCards(job, namedCards([person({ fullName: '<b>王</b>' })]))).not.toContain('<b>王');
  });

  test('each tube as often as asked, begun where the sheet was left', () => {
    const codes = ['31092022041800001', '31092022041800002'];
    const document = tubeLabels(job, {
      codes,
      series: 'lab',
      where: '2号点',
      ratio: 10,
      sheet: 'a4-24',
      skip: 22,
      copies: 2,
    });
    expect(pagesOf(document)).toBe(2);
    for (const code of codes) expect(document.split(`>${code}<`)).toHaveLength(3);
    expect(document).toContain('2号点 · 10合1');
  });

  test('single sampling says so, an open place is left out', () => {
    const document = tubeLabels(job, {
      codes: ['31092022041800001'],
      series: 'lab',
      where: '',
      ratio: 1,
      sheet: 'a4-65',
      skip: 0,
      copies: 1,
    });
    expect(document).toContain('>单采<');
  });

  test('signs: one page for each kind and each lane of each site, in both languages', () => {
    const sites = [
      { name: '1号点', lanes: ['1台', '2台'] },
      { name: '2号点', lanes: ['1台'] },
    ];
    const document = siteSigns(job, signsOf(sites, ['waiting', 'entrance']), 'left');
    expect(pagesOf(document)).toBe(2 * 2 + 3);
    expect(document.indexOf('入口')).toBeLessThan(document.indexOf('等候区'));
    expect(document).toContain('Entrance');
    expect(document).toContain('←');
    expect(pagesOf(siteSigns(job, signsOf(sites, SIGNS)))).toBe(2 * SIGNS.length + 3);
    expect(pagesOf(siteSigns(job, signsOf(sites, [])))).toBe(3);
  });

  test('in English too', () => {
    const document = personCards({ ...job, language: 'en', round: null }, namedCards([person()]));
    expect(document).toContain('Person cards');
    expect(document).toContain('page 1 of 1');
    expect(document).not.toContain('采样时');
  });

  test('boxes are numbered on, and outlive a round', () => {
    const document = boxLabels(job, [12, 13, 14]);
    expect(pagesOf(document)).toBe(2);
    expect(document).toContain('>14<');
    expect(document).not.toContain(job.round ?? 'none');
  });

  test('three thousand cards are made within seconds', () => {
    const people = Array.from({ length: 3_000 }, (_, i) =>
      person({ householdId: `h${i}`, sort: String(i).padStart(6, '0') }),
    );
    const start = performance.now();
    expect(pagesOf(personCards(job, namedCards(people)))).toBe(300);
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(codeOfRow('person', areaId, people[0]?.residentId ?? '')).toHaveLength(12);
  });
});
