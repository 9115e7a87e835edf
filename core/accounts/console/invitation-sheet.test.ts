import { expect, it } from 'vitest';
import { cellPlace, cellsPerPage } from '#kernel/print/grid.ts';
import { moduleSize } from '#kernel/print/qr.ts';
import { joinLink } from '../client/invitation.ts';
import { mintToken } from '../contract/token.ts';
import { INVITATION_SHEET, invitationSheet } from './invitation-sheet.ts';

const AREA = '0190a3c1-7b2e-7cc3-98ab-0123456789ab';
const made = (name: string | null) => ({
  id: 'i',
  link: joinLink('https://concerto.qingyuan.example.cn', mintToken(AREA)),
  role: 'volunteer' as const,
  group: 'testing' as const,
  name,
  expiresAt: Date.parse('2022-04-09T08:00:00+08:00'),
});
const head = { area: '清源居民区', when: '2022-04-06 08:00', language: 'zh-CN' as const };

it('puts eight on a page, says whose, and lets no name become a tag', () => {
  const document = invitationSheet([made('<b>赵'), ...Array.from({ length: 8 }, () => made(null))], head);
  expect(document.match(/<section class="page">/g)).toHaveLength(2);
  expect(document.match(/class="invitation"/g)).toHaveLength(9);
  expect(document).toContain('核酸检测组 · 志愿者');
  expect(document).toContain('给：&lt;b&gt;赵');
});

it('fits the paper, and its code is coarse enough for a worn camera', () => {
  const last = cellPlace(INVITATION_SHEET, cellsPerPage(INVITATION_SHEET) - 1);
  expect(last.x + INVITATION_SHEET.cell.width).toBeLessThanOrEqual(210 - 8);
  expect(last.y + INVITATION_SHEET.cell.height).toBeLessThanOrEqual(297 - 8);
  expect(moduleSize(made(null).link, { size: 46, level: 'M' })).toBeGreaterThan(0.6);
});
