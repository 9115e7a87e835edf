import { standing } from '#kernel/custody/transfer.ts';
import type { Gap } from '../reconcile/gap.ts';
import type { Ledger, LedgerBox } from './ledger.ts';
import { type BoxTransfer, disputedBoxes, sameNumbers } from './transfers.ts';

/** What of boxes and hand-overs does not agree. Each is named once, by its code. */
export function boxGaps({ boxes, transfers }: Ledger): Gap[] {
  return [...boxes.flatMap(gapsOfBox), ...transfers.flatMap(gapsOfTransfer)];
}

const gap = (kind: Gap['kind'], subject: string, said: string, more: Partial<Gap> = {}): Gap => ({
  ...{ kind, subject, said, laneId: null, people: 0, tubeCode: null, boxCode: null, handoverCode: null },
  ...more,
});

function gapsOfBox({ code, box, content, counted, custody }: LedgerBox): Gap[] {
  const found: Gap[] = [];
  const about = { boxCode: code, people: content.people };
  const sealed = box?.sealedAt != null;
  const passed = custody.steps.length + custody.waiting.length > 0;
  const counts = counted.counts.map(({ tubes }) => tubes);
  // A sealed box of which nothing is known has been flagged when it was sealed.
  if (content.tubes === 0 && !sealed && (passed || counts.length > 0)) {
    found.push(gap('box-missing', code, '', about));
  }
  if (content.tubes > 0 && !sealed) found.push(gap('box-not-sealed', code, `${content.tubes}`, about));
  if (sealed && !passed) found.push(gap('box-not-handed-over', code, `${content.tubes}`, about));
  if (counted.state === 'differ' && content.tubes > 0) {
    found.push(gap('count-differs', code, [content.tubes, ...counts].join('/'), about));
  }
  for (const handoverCode of custody.broken) {
    found.push(gap('given-twice', `${code}/${handoverCode}`, '', { ...about, handoverCode }));
  }
  return found;
}

function gapsOfTransfer(transfer: BoxTransfer): Gap[] {
  const stands = standing(transfer);
  const handoverCode = transfer.id;
  if (stands.state === 'void') return [];
  if (stands.state !== 'confirmed') {
    return [gap('handover-waiting', handoverCode, stands.state, { handoverCode })];
  }
  const disputed = disputedBoxes(stands);
  if (disputed.length === 0 && sameNumbers(stands)) return [];
  const numbers = [stands.given, stands.received].map((side) => side?.row.tubeCount ?? 0).join('/');
  return [gap('handover-differs', handoverCode, numbers, { handoverCode, boxCode: disputed[0] ?? null })];
}
