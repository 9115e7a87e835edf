import { createHash } from 'node:crypto';
import type { Language } from '#kernel/ui/language.ts';
import { type Translate, translator } from '#kernel/ui/text.ts';
import type { Certificate } from '../contract/http.ts';
import { certificateText } from '../messages/certificate.ts';
import type zh from '../messages/certificate.zh-CN.ts';

type T = Translate<typeof zh>;

/** The one style of the page; its hash is what the page's policy allows. */
const STYLE = `@page{size:A4;margin:18mm 16mm}
body{font:11pt/1.55 "PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans SC",sans-serif;color:#111;max-width:178mm;margin:8mm auto;padding:0 4mm}
h1{font-size:20pt;text-align:center;margin:0 0 6mm}h2{font-size:13pt;margin:7mm 0 2mm;break-after:avoid}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{border:.3mm solid #777;padding:1.2mm 2mm;text-align:left;vertical-align:top}tr{break-inside:avoid}
.wide{overflow-x:auto}th{white-space:nowrap}td.n,th.n{text-align:right;white-space:nowrap}code{font-size:8.5pt;word-break:break-all}
.sign{display:flex;gap:14mm;margin-top:14mm;break-inside:avoid}.sign p{flex:1;border-top:.3mm solid #111;padding-top:2mm}`;

/** The page carries no script and fetches nothing. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors 'none'`;

/** The certificate of destruction as a page of its own, to be printed on A4 and signed. */
export function certificatePage(certificate: Certificate, language: Language): string {
  const t = translator(certificateText, language);
  const c = certificate;
  const when = (at: number) =>
    new Date(at).toLocaleString(language, {
      dateStyle: 'long',
      timeStyle: 'medium',
      timeZone: 'Asia/Shanghai',
    });
  const title = t('title', { area: c.areaName });
  const destroyed = c.tables.filter(({ fate }) => fate === 'destroyed');
  const kept = c.tables.filter(({ fate }) => fate === 'kept');
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${safe(title)}</title><style>${STYLE}</style></head><body><main>
<h1>${safe(title)}</h1>
${pairs([
  [t('number'), c.closingId],
  [t('rule'), c.rule],
  [t('begun'), when(c.begunAt)],
  [t('destroyed-at'), when(c.destroyedAt)],
  [t('finished'), when(c.finishedAt)],
  [t('responsible'), c.responsible],
  [t('witness'), c.witness],
  [
    t('ordered-by'),
    c.orderedBy === 'cli' ? t('ordered-by-cli') : t('ordered-by-member', { id: c.orderedBy }),
  ],
])}
<h2>${safe(t('kinds'))}</h2>
${table(
  [t('kind'), t('rows')],
  c.kinds.map(({ name, rows }) => [name[language], rows]),
)}
<h2>${safe(t('how'))}</h2>
${pairs(
  how(
    t,
    c,
    destroyed.length,
    destroyed.reduce((sum, { rows }) => sum + rows, 0),
  ),
)}
<h2>${safe(t('kept'))}</h2>
${table(
  [t('kept-what'), t('because'), t('rows')],
  kept.map(({ table: name, name: said, because, rows }) => [
    said?.[language] ?? name,
    because?.[language] ?? '',
    rows,
  ]),
)}
${c.figures
  .map(
    ({ name, columns, rows }) =>
      `<h2>${safe(name[language])}</h2>${
        rows.length === 0
          ? `<p>${safe(t('figures-none'))}</p>`
          : `<div class="wide" tabindex="0">${table(
              columns.map((column) => column[language]),
              rows,
            )}</div>`
      }`,
  )
  .join('')}
<h2>${safe(t('by-hand'))}</h2>
<ul>${byHand(t, c)
    .map((line) => `<li>${safe(line)}</li>`)
    .join('')}</ul>
<h2>${safe(t('checksums'))}</h2>
<p>${safe(t('log-head', { version: c.log.version, rows: c.log.rows }))} <code>${safe(c.log.head)}</code><br>
${safe(c.log.faults.length === 0 ? t('log-whole') : t('log-faults', { faults: c.log.faults.join('; ') }))}</p>
${table(
  [t('file'), t('bytes'), 'SHA-256'],
  c.kept.map(({ file, bytes, sha256 }) => [file, bytes, sha256]),
)}
<div class="sign"><p>${safe(t('sign-responsible'))}</p><p>${safe(t('sign-witness'))}</p><p>${safe(t('sign-date'))}</p></div>
</main></body></html>
`;
}

function how(t: T, c: Certificate, tables: number, rows: number): [string, string][] {
  const { backups, database } = c;
  return [
    [t('keys'), t('keys-how', { versions: c.keys.versions, fingerprint: c.keys.fingerprint })],
    [t('tables'), t('tables-how', { tables, rows })],
    [t('accounts'), t('accounts-how', { count: c.accounts.destroyed, elsewhere: c.accounts.workElsewhere })],
    [t('files'), t('files-how', { count: c.files.count, bytes: c.files.bytes })],
    [t('practice'), t('practice-how', { count: c.practiceAreas })],
    [
      t('database'),
      database.how === 'fresh'
        ? t('database-fresh', { tables: database.tables, rows: database.rows })
        : t('database-rewritten', { tables: database.tables }),
    ],
    [
      t('backups'),
      backups.destroyed.length === 0
        ? t('backups-none')
        : t('backups-how', { names: backups.destroyed.join('、'), made: backups.made ?? '—' }),
    ],
    [t('phones'), t('phones-how', { phones: c.waiting.phones, entries: c.waiting.entries })],
  ];
}

/** What no program here can reach. */
function byHand(t: T, c: Certificate): string[] {
  return [
    ...c.keyCopies.map((place) => t('hand-keys', { place })),
    ...(c.backups.elsewhere === null ? [] : [t('hand-backup', { file: c.backups.elsewhere })]),
    ...(c.database.how === 'rewritten' ? [t('hand-database')] : []),
    t('hand-paper'),
    t('hand-disk'),
  ];
}

const pairs = (rows: readonly (readonly [string, string])[]): string =>
  `<table><tbody>${rows.map(([name, said]) => `<tr><th scope="row">${safe(name)}</th><td>${safe(said)}</td></tr>`).join('')}</tbody></table>`;

const table = (heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  `<table><thead><tr>${heads.map((head) => `<th scope="col">${safe(head)}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map(cell).join('')}</tr>`)
    .join('')}</tbody></table>`;

function cell(value: string | number): string {
  if (typeof value === 'number') return `<td class="n">${value.toLocaleString('en-US')}</td>`;
  return /^[0-9a-f]{64}$/.test(value) ? `<td><code>${value}</code></td>` : `<td>${safe(value)}</td>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const safe = (text: string): string => text.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? '');
