import { html, type Markup } from '#kernel/print/markup.ts';
import { problemText, translator } from '#kernel/ui/text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { Summary } from '../../contract/handover-queries.ts';
import type { Resolution } from '../../contract/settlement.ts';
import { consoleText } from '../../messages/console.ts';
import { handoverPrintText } from '../../messages/handover-print.ts';
import type { PrintFor } from '../print/job.ts';
import { gapText } from '../reconcile/gap-words.ts';

const MOST = 14;

/** Open ones first, then how each of the others was settled and by whom. */
export function differencePart({ areaId, language }: PrintFor, { gaps, discrepancies }: Summary): Markup {
  const t = translator(handoverPrintText, language);
  const all = translator(consoleText, language);
  const settled = (how: string, name: string | null, at: number | null): string =>
    t('sum.settled', { how, name: name ?? '', time: at === null ? '' : whenText(at, language) });
  const lines = [
    ...gaps.map((gap) => {
      const { what, where } = gapText(gap, areaId, language);
      const { accepted } = gap;
      const how = accepted ? settled(accepted.note, accepted.byName, accepted.at) : null;
      return { what: where === '' ? what : `${what} · ${where}`, how };
    }),
    ...discrepancies.settled.map((row) => {
      // The word was checked against the table of resolutions when it was settled.
      const resolution = all(`resolution.${row.resolution as Resolution}`);
      const how = [resolution, row.note].filter(Boolean).join('，');
      return { what: problemText(row, language), how: settled(how, row.byName, row.settledAt) };
    }),
  ];
  const waiting = discrepancies.open;
  if (lines.length === 0 && waiting === 0) return html`<p>${t('sum.none')}</p>`;
  const shown = lines.slice(0, MOST);
  const more = lines.length - shown.length + waiting;
  return html`<ul>${shown.map(({ what, how }) =>
    how === null ? html`<li class="open">${what}：${t('sum.open')}</li>` : html`<li>${what}：${how}</li>`,
  )}${more > 0 ? html`<li>${t('sum.more', { count: more })}</li>` : null}</ul>`;
}
