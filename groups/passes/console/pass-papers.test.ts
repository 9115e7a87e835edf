import { describe, expect, test } from 'vitest';
import { moduleSize } from '#kernel/print/qr.ts';
import type { SignedPass } from '../contract/queries.ts';
import { PASS_KINDS } from '../contract/rows.ts';
import { linkOf } from '../domain/link.ts';
import { NOON, printed, somePass } from '../testing/shown.ts';
import { LAYOUTS, passPapers } from './pass-papers.ts';

const job = {
  areaName: '清源居民区',
  origin: 'https://192.168.31.200:8443',
  when: '2022-04-17 12:00',
  language: 'zh-CN',
} as const;
const signed = (change: Partial<SignedPass> = {}): SignedPass => ({
  id: somePass().id,
  kind: 'resident',
  form: 'paper',
  quota: 'household',
  holder: '王**',
  place: '3号 402',
  plate: null,
  compounds: [],
  validFrom: NOON,
  validUntil: NOON + 86_400_000,
  text: printed(somePass()),
  rollingKey: null,
  ...change,
});

describe('passes on paper', () => {
  test.each(LAYOUTS)('%s: who, where, until when and what to do, for every kind', (layout) => {
    for (const kind of PASS_KINDS) {
      const paper = passPapers(job, [signed({ kind, compounds: ['清源小区'] })], layout);
      for (const words of ['王**', '3号 402', '有效期至', '限 清源小区', '外出计入本户次数'])
        expect(paper).toContain(words);
    }
    expect(passPapers(job, [signed({ kind: 'courier' })], layout)).toContain('快递外卖');
  });

  test('ten cards, two lanyards or one sheet stand on a page', () => {
    const many = Array.from({ length: 11 }, () => signed());
    const pages = (layout: (typeof LAYOUTS)[number]) =>
      passPapers(job, many, layout).split('<section').length - 1;
    expect(LAYOUTS.map(pages)).toEqual([2, 6, 11]);
  });

  test('a vehicle is told by its plate', () => {
    const paper = passPapers(
      job,
      [signed({ kind: 'vehicle', plate: '沪AD12345', holder: '沪AD12345', place: null })],
      'sheet',
    );
    expect(paper).toContain('沪A·D12345');
  });

  test('the code of a card, and the link of a phone pass, are large enough for worn cameras', () => {
    expect(moduleSize(printed(somePass()), { size: 40 })).toBeGreaterThan(0.6);
    const link = linkOf(job.origin, {
      text: printed(somePass({ form: 'phone' })),
      rollingKey: 'f'.repeat(32),
    });
    expect(moduleSize(link, { size: 40 })).toBeGreaterThan(0.45);
    expect(passPapers(job, [signed({ form: 'phone', rollingKey: 'f'.repeat(32) })], 'card')).toContain(
      '存到自己手机',
    );
  });
});
