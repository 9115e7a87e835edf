import { printDocument } from '#kernel/print/document.ts';
import { fitType } from '#kernel/print/fit.ts';
import { A4, type Grid } from '#kernel/print/grid.ts';
import { html, type Markup } from '#kernel/print/markup.ts';
import { qrSvg } from '#kernel/print/qr.ts';
import { sheetPages } from '#kernel/print/sheet-pages.ts';
import type { Language } from '#kernel/ui/language.ts';
import { type Translate, translator } from '#kernel/ui/text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { FreshInvitation } from '../client/invitation.ts';
import { text } from '../messages/index.ts';
import type zh from '../messages/zh-CN.ts';

/** Eight to a page, cut along marks: a code 46 mm wide is read from an arm's length. */
export const INVITATION_SHEET: Grid = {
  id: 'a4-invitations-8',
  page: A4,
  columns: 2,
  rows: 4,
  left: 12,
  top: 13.5,
  cell: { width: 92, height: 67 },
  gap: { x: 2, y: 0 },
};

export interface SheetHead {
  readonly area: string;
  /** As people read it. */
  readonly when: string;
  readonly language: Language;
}

/** A document that prints the invitations on A4. */
export function invitationSheet(made: readonly FreshInvitation[], head: SheetHead): string {
  const t = translator(text, head.language);
  const cells = made.map((invitation) => card(invitation, head, t));
  return printDocument({
    head: { area: head.area, what: t('print.what'), when: head.when },
    language: head.language,
    pages: sheetPages(INVITATION_SHEET, cells, { cutMarks: true }),
    css: CSS,
  });
}

type T = Translate<typeof zh>;

function card(invitation: FreshInvitation, { area, language }: SheetHead, t: T): Markup {
  const { link, role, group, name, expiresAt } = invitation;
  const as =
    group === null
      ? t(`role.${role}`)
      : t('join.as', { group: t(`group.${group}`), role: t(`role.${role}`) });
  return html`<div class="invitation">
${qrSvg(link, { size: 46, level: 'M', label: t('print.scan') })}
<div class="words">
<b style="font-size:${fitType(area, 36, 5)}mm">${area}</b>
<span style="font-size:${fitType(as, 36, 4)}mm">${as}</span>
${name === null ? null : html`<span>${t('print.for', { name })}</span>`}
<span class="big">${t('print.scan')}</span>
<span>${t('print.until', { date: whenText(expiresAt, language) })}</span>
</div>
<p>${t('print.wechat')}</p>
</div>`;
}

const CSS = `
.invitation { display: grid; grid-template-columns: 46mm 1fr; gap: 2mm; padding: 3mm; height: 100%; align-content: center; }
.invitation .words { display: flex; flex-direction: column; gap: 1.6mm; font-size: 3.4mm; line-height: 1.3; justify-content: center; }
.invitation .big { font-size: 4.4mm; font-weight: 700; }
.invitation p { grid-column: 1 / -1; font-size: 3.2mm; }
`;
