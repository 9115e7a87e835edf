import { cleanPlate } from '#core/codes/contract.ts';
import type { GateCard } from '../../contract/sync.ts';
import type { Visit } from '../../contract/visit-rows.ts';
import type { Outing } from '../../domain/visits/who-is-out.ts';

export interface VisitLine {
  readonly visit: Visit;
  /** `3号 2单元 402`; empty where they go to no building. */
  readonly place: string;
  /** How long over their time, ms; null while within it. */
  readonly over: number | null;
  readonly pending: boolean;
}

export interface OutLine {
  readonly card: GateCard;
  readonly since: number;
  readonly over: number | null;
  readonly pending: boolean;
}

/** The longest over its time first, then the latest to come. @param at epoch ms */
export function visitLines(
  visits: Iterable<Visit>,
  placeOf: (visit: Visit) => string,
  isPending: (id: string) => boolean,
  at: number,
): VisitLine[] {
  return [...visits]
    .map((visit) => ({
      visit,
      place: [placeOf(visit), visit.room].filter(Boolean).join(' '),
      over: visit.expectedUntil < at ? at - visit.expectedUntil : null,
      pending: isPending(visit.id),
    }))
    .sort((a, b) => (b.over ?? -1) - (a.over ?? -1) || b.visit.enteredAt - a.visit.enteredAt);
}

/** The longest out first; who is not on the list of residents any more is left out. @param longest minutes */
export function outLines(
  outings: Iterable<Outing>,
  cardOf: (residentId: string) => GateCard | undefined,
  isPending: (residentId: string) => boolean,
  longest: number,
  at: number,
): OutLine[] {
  const lines: OutLine[] = [];
  for (const { residentId, since } of outings) {
    const card = cardOf(residentId);
    if (!card || card.away) continue;
    const over = at - since - longest * 60_000;
    lines.push({ card, since, over: over > 0 ? over : null, pending: isPending(residentId) });
  }
  return lines.sort((a, b) => a.since - b.since);
}

/** Whether what was typed stands in the plate, the place, the name or the phone's last four. */
export function fitsVisit({ visit, place }: VisitLine, typed: string): boolean {
  const wanted = cleanPlate(typed);
  if (wanted === '') return true;
  const { plate, name, phoneTail } = visit;
  return [plate, place, name, phoneTail].some((text) => text !== null && cleanPlate(text).includes(wanted));
}

export function fitsOut({ card }: OutLine, typed: string): boolean {
  const wanted = cleanPlate(typed);
  if (wanted === '') return true;
  const { building, entrance, room, nameMask, initials, pinyin } = card;
  const texts = [`${building}${entrance ?? ''}${room}`, nameMask, initials, pinyin];
  return texts.some((text) => cleanPlate(text).includes(wanted));
}
