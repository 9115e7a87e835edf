import { formatCode } from '#core/codes/contract.ts';
import { printDocument } from '#kernel/print/document.ts';
import { html, type Markup } from '#kernel/print/markup.ts';
import { chinaTime } from '#kernel/time-id/china-time.ts';
import type { Language } from '#kernel/ui/language.ts';
import { type Translate, translator } from '#kernel/ui/text.ts';
import type { Contact, ContactList, FullContacts } from '../../contract/contact-queries.ts';
import { contactsText } from '../../messages/contacts.ts';
import type zh from '../../messages/contacts.zh-CN.ts';
import { tiesText } from './tie-text.ts';

/** Rows of a page: two lines each, as long ties need. */
const ROWS = 20;

export interface ContactsPrint {
  readonly list: ContactList;
  /** Full names and phones by the row's key; null: masked as on the screen. */
  readonly people: FullContacts['people'] | null;
  readonly reason: string;
  readonly area: string;
  /** Who prints. */
  readonly who: string;
  /** As people read it. */
  readonly when: string;
  readonly language: Language;
}

/** The list on A4, numbered, with who printed it, when and where all over every page. */
export function contactsPaper(print: ContactsPrint): string {
  const { list, area, who, when, language } = print;
  const t = translator(contactsText, language);
  const pages = pagesOf(list.contacts).map((rows, page) => pageOf(t, print, rows, page * ROWS));
  return printDocument({
    head: { area, what: `${t('print-title')} · ${list.round.name}`, when },
    language,
    pages,
    css: CSS,
    watermark: t('watermark', { area, who, when }),
  });
}

const pagesOf = (contacts: readonly Contact[]): Contact[][] =>
  Array.from({ length: Math.ceil(contacts.length / ROWS) }, (_, i) =>
    contacts.slice(i * ROWS, (i + 1) * ROWS),
  );

type Words = Translate<typeof zh>;

function pageOf(t: Words, print: ContactsPrint, rows: readonly Contact[], before: number): Markup {
  const { list, reason } = print;
  const heads = ['number', 'name', 'place', 'phone', 'ties', 'at', 'tube'] as const;
  return html`<div class="contacts"><h1>${t('print-title')}</h1>
<p class="contacts-what"><b>${t('print-tube', { code: formatCode(list.code) })}</b><span>${t('print-people', { people: list.contacts.length })}</span><span>${t('print-reason', { reason })}</span></p>
<table><colgroup><col style="width:9mm"><col style="width:22mm"><col style="width:38mm"><col style="width:25mm"><col><col style="width:14mm"><col style="width:36mm"></colgroup>
<thead><tr>${heads.map((head) => html`<th>${t(head)}</th>`)}</tr></thead>
<tbody>${rows.map((row, i) => rowOf(t, print, row, before + i + 1))}</tbody></table>
<p class="contacts-care">${t('print-care')}</p></div>`;
}

function rowOf(t: Words, { people }: ContactsPrint, row: Contact, number: number): Markup {
  const full = people?.[row.key];
  const name = full?.name ?? row.name ?? t('unknown-person');
  const phone = full ? full.phone : row.phone;
  const [day = '', clock = ''] = row.at === null ? [] : chinaTime(row.at).split(' ');
  return html`<tr${row.index ? html` class="index"` : null}><td>${number}</td><td>${name}</td><td>${row.place}</td><td>${phone}</td>
<td>${tiesText(t, row)}</td><td>${day.slice(5)} ${clock.slice(0, 5)}</td><td>${row.tubeCode === null ? '' : formatCode(row.tubeCode)}</td></tr>`;
}

const CSS = `
.contacts { padding: 12mm 8mm 6mm; height: 100%; display: flex; flex-direction: column; gap: 2.4mm; }
.contacts h1 { font-size: 6mm; }
.contacts-what { display: flex; gap: 6mm; font-size: 3.8mm; }
.contacts-what span:last-child { flex: 1; overflow: hidden; white-space: nowrap; }
.contacts table { border-collapse: collapse; width: 100%; table-layout: fixed; }
.contacts th, .contacts td { border: 0.2mm solid #000; padding: 0 1mm; text-align: left; overflow-wrap: anywhere; }
.contacts th { font-size: 3.2mm; height: 6mm; }
.contacts td { font-size: 3.1mm; line-height: 3.9mm; height: 11.4mm; }
.contacts tr.index td { font-weight: 700; }
.contacts-care { margin-top: auto; font-size: 3mm; }
`;
