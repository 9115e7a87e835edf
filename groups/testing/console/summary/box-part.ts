import { html, type Markup } from '#kernel/print/markup.ts';
import { translator } from '#kernel/ui/text.ts';
import { whenText } from '#kernel/ui/when.ts';
import type { HandoverView, SignedSide, Transport, TransportBox } from '../../contract/handover-queries.ts';
import { handoverText } from '../../messages/handover.ts';
import { handoverPrintText } from '../../messages/handover-print.ts';
import { handoverWords } from '../handover/words.ts';
import type { PrintFor } from '../print/job.ts';

const MOST = 14;

/** Each box with seal, temperature and counts, who gave it to whom when, and when the laboratory had it. */
export function boxPart(job: PrintFor, { boxes, handovers }: Transport): Markup {
  const t = translator(handoverPrintText, job.language);
  if (boxes.length === 0) return html`<p>${t('sum.no-boxes')}</p>`;
  const heads = ['box', 'tubes', 'seal', 'counted', 'handed', 'arrived'] as const;
  const more = boxes.length - MOST;
  return html`<table><thead><tr>${heads.map((key) => html`<th>${t(`sum.${key}`)}</th>`)}</tr></thead>
<tbody>${boxes.slice(0, MOST).map((box) => boxRow(job, box, handovers))}</tbody></table>
${more > 0 ? html`<p>${t('sum.more', { count: more })}</p>` : null}`;
}

function boxRow(job: PrintFor, box: TransportBox, handovers: readonly HandoverView[]): Markup {
  const t = translator(handoverPrintText, job.language);
  const all = translator(handoverText, job.language);
  const { boxName } = handoverWords(job.areaId, job.language);
  const degrees = box.temperature === null ? '' : all('box.degrees', { temperature: box.temperature });
  const counts = box.counts.map(({ tubes, byName, helper }) =>
    all('box.count-by', { name: helper ?? byName ?? '', tubes }),
  );
  const to = (destination: HandoverView['destination']): string => {
    const found = handovers.find(
      (one) => one.destination === destination && one.boxes.some(({ code }) => code === box.code),
    );
    if (!found || found.state === 'void') return t('sum.not-yet');
    if (found.state !== 'confirmed') return all(`handover.${found.state}`);
    return `${signer(found.given)} → ${signer(found.received)} ${whenText(latest(found), job.language)}`;
  };
  const cells = [
    boxName(box.code),
    `${box.tubes} (${all('gap.people', { count: box.people })})`,
    [box.sealNumber, degrees].filter(Boolean).join(' ') || t('sum.not-yet'),
    counts.join(' · ') || t('sum.not-yet'),
    to('courier'),
    to('laboratory'),
  ];
  return html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`;
}

const signer = (side: SignedSide | null): string => side?.signer?.name ?? side?.byName ?? '';

const latest = ({ given, received }: HandoverView): number => Math.max(given?.at ?? 0, received?.at ?? 0);
