import { parseAddress } from '#core/places/contract.ts';
import { type Place, placeText } from './fill-down.ts';
import type { FindingCode } from './findings.ts';
import type { NamedRule, SheetMapping } from './mapping.ts';
import type { PersonPlace } from './parsed.ts';

/** Where persons wait whose address could not be read; the committee moves them from there. */
export const UNREAD_BUILDING = '地址待核';
const NO_ADDRESS = '未填';
const MAX_ROOM = 40;

export interface PlaceReading {
  readonly place: PersonPlace;
  readonly code: FindingCode | null;
}

export const ruleFor = (mapping: SheetMapping, compound: string): NamedRule | undefined =>
  mapping.rules.find((rule) => rule.compound === compound) ??
  mapping.rules.find((rule) => rule.compound === '');

/** An address that cannot be read keeps its words, so that a family stays together and nothing is lost. */
export function readPlace(place: Place, mapping: SheetMapping): PlaceReading {
  const compound = place.compound || mapping.compound;
  const text = placeText(place);
  const reading = readByRule(text, ruleFor(mapping, compound));
  if (reading?.ok) return { place: { compound, unread: false, ...reading.address }, code: null };
  const room = text.slice(0, MAX_ROOM) || NO_ADDRESS;
  const waiting = { compound, unread: true, building: UNREAD_BUILDING, entrance: null, room, floor: null };
  if (text === '') return { place: waiting, code: 'addressMissing' };
  const roomless = place.room === undefined && place.address === undefined && hasColumn(mapping, 'room');
  return { place: waiting, code: roomless ? 'roomMissing' : 'addressUnlike' };
}

const readByRule = (text: string, rule: NamedRule | undefined) =>
  rule === undefined ? null : parseAddress(text, rule.rule);

const hasColumn = (mapping: SheetMapping, target: 'room'): boolean =>
  mapping.columns.some((column) => column.target === target);
