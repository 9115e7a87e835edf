import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Session, setSession } from '../ui/session.ts';
import { printDocument } from './document.ts';
import { cellsPerPage, LABEL_SHEETS } from './grid.ts';
import { html } from './markup.ts';
import { qrSvg } from './qr.ts';
import { sheetPages } from './sheet-pages.ts';
import { PrintProof } from './testing/browser.ts';

const session: Session = {
  areaId: '0190f000-0000-7000-8000-000000000001',
  areaName: '清源居民区（练习）',
  practisesFor: '0190f000-0000-7000-8000-000000000002',
  actorId: '0190f000-0000-7000-8000-000000000003',
  name: '周安娜',
  grants: [],
};
const GRID = LABEL_SHEETS['a4-65'];
const texts = Array.from({ length: cellsPerPage(GRID) }, (_, i) => `T${String(100_000 + i * 7919)}`);
const labels = () =>
  printDocument({
    head: { area: session.areaName, what: '试管标签', when: '2022-04-17' },
    language: 'zh-CN',
    pages: sheetPages(
      GRID,
      [...texts, ...texts].map((text) => html`<div style="padding:2mm">${qrSvg(text, { size: 17 })}</div>`),
    ),
  });

afterEach(() => setSession(null));

describe('what is printed in practice', () => {
  test('says so on every page, in the language of the print', () => {
    setSession(session);
    expect(labels().match(/class="practice-mark"/g)).toHaveLength(2);
    expect(labels()).toContain('aria-label="练习"');
    const english = printDocument({
      head: { area: 'Q', what: 'list', when: '' },
      language: 'en',
      pages: [html`x`],
    });
    expect(english).toContain('>Practice<');
  });

  test('and nothing of it in a real area, or before anybody has come in', () => {
    expect(labels()).not.toContain('practice-mark');
    setSession({ ...session, practisesFor: null });
    expect(labels()).not.toContain('practice-mark');
  });
});

describe('the mark', { timeout: 90_000 }, () => {
  let proof: PrintProof;
  beforeAll(async () => {
    proof = await PrintProof.open();
  });
  afterAll(() => proof.close());

  test('leaves every code of a full label sheet readable', async () => {
    setSession(session);
    const [picture] = await proof.pictures(labels());
    const found = await proof.read(picture ?? Buffer.alloc(0));
    expect(found.map((mark) => mark.text).sort()).toEqual([...texts].sort());
  });
});
