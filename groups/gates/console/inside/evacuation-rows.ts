import { chinaTime } from '#kernel/time-id/china-time.ts';
import type { Language } from '#kernel/ui/language.ts';
import { type Translate, translator } from '#kernel/ui/text.ts';
import type { EvacuationPerson, EvacuationView } from '../../contract/visit-queries.ts';
import { evacuationText } from '../../messages/evacuation.ts';
import type zh from '../../messages/evacuation.zh-CN.ts';
import { holderKind } from '../../messages/holder-kind.ts';
import { visitWords } from '../../messages/visit-words.ts';

/** One line of the list: a resident, or those of one visit. */
export interface EvacuationRow {
  readonly id: string;
  readonly floor: number | null;
  /** `2单元 402` */
  readonly room: string;
  readonly name: string;
  readonly state: 'home' | 'visit' | 'holder' | 'out' | 'away';
  readonly needsHelp: boolean;
  /** Why a hand is needed; how many came, with what plate. */
  readonly remark: string;
}

const TOLD = ['immobile', 'dialysis', 'pregnant', 'infant', 'lives-alone'] as const;

/**
 * Who should be inside first, by floor and room, then who need not be looked for.
 * @param names full names by id, behind a recorded look; masked ones stand where there is none
 */
export function evacuationRows(
  view: EvacuationView,
  names: Readonly<Record<string, string>>,
  language: Language,
): EvacuationRow[] {
  const words = translator(visitWords, language);
  const t = translator(evacuationText, language);
  const residents = view.people.map((one) => ({
    id: one.residentId,
    floor: one.floor,
    room: [one.entrance, one.room].filter(Boolean).join(' '),
    name: names[one.residentId] ?? one.name,
    state: one.state,
    needsHelp: one.needsHelp,
    remark: remarkOf(t, one, view.at),
  }));
  const visits = view.visits.map((visit) => ({
    id: visit.id,
    floor: null,
    room: visit.room,
    name: names[visit.id] ?? visit.name ?? '',
    state: 'visit' as const,
    needsHelp: false,
    remark: [
      t('row.visit', { kind: words(`kind.${visit.kind}`), count: visit.people }),
      visit.phoneTail,
      visit.plate,
    ]
      .filter(Boolean)
      .join(' '),
  }));
  // Where in the compound they are nobody knows: they stand after those of the building.
  const holders = view.holders.map(({ passId, kind, name, plate, gate }) => ({
    id: passId,
    floor: null,
    room: '',
    name: names[passId] ?? name ?? '',
    state: 'holder' as const,
    needsHelp: false,
    remark: [holderKind(kind, language), plate, gate].filter(Boolean).join(' '),
  }));
  const inside = residents.filter(({ state }) => state === 'home');
  return [...inside, ...visits, ...holders, ...residents.filter(({ state }) => state !== 'home')];
}

function remarkOf(
  t: Translate<typeof zh>,
  { tags, birthYear, needsHelp }: EvacuationPerson,
  at: number,
): string {
  if (!needsHelp) return '';
  const told = TOLD.filter((tag) => tags.includes(tag)).map((tag) => t(`tag.${tag}`));
  const age = birthYear === null ? null : Number(chinaTime(at).slice(0, 4)) - birthYear;
  return [...told, ...(age === null || age < 60 ? [] : [t('tag.old', { age })])].join('、');
}

/** The figures of the head line, counted from the list. */
export function sumsOf({ people, visits, holders }: EvacuationView) {
  const of = (state: EvacuationPerson['state']) => people.filter((one) => one.state === state);
  return {
    home: of('home').length,
    help: of('home').filter(({ needsHelp }) => needsHelp).length,
    visitors: visits.reduce((sum, visit) => sum + visit.people, 0),
    holders: holders.length,
    out: of('out').length,
    away: of('away').length,
  };
}
