import type { FullPerson, PersonCard } from '#core/people/contract.ts';
import { readArea } from '#kernel/command/server/area.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { type WrittenSheet, writeSheet } from '#kernel/sheet/write.ts';
import { chinaTime } from '#kernel/time-id/china-time.ts';
import type { Language } from '#kernel/ui/language.ts';
import { type Translate, translator } from '#kernel/ui/text.ts';
import type { ListLook } from '../contract/look-rows.ts';
import type { Board } from '../contract/queries.ts';
import { FIGURES } from '../contract/reconciliation.ts';
import { exportText } from '../messages/export.ts';
import type zh from '../messages/export.zh-CN.ts';
import { readBoard } from './board.ts';
import type { TestingDoors } from './doors.ts';
import { placeOf } from './place.ts';
import {
  type ExportedPerson,
  type ExportedSample,
  findExportedPeople,
  findExportedSamples,
} from './store-export.ts';

type Words = Translate<typeof zh>;
type Cards = ReadonlyMap<string, PersonCard>;

interface Exported {
  readonly roundId: string;
  readonly now: number;
  readonly language: Language;
  /** Who exports. */
  readonly actorId: string;
}

/**
 * The round as a workbook: each sample, the list with who was missed, the reconciliation, and a sheet that says whose
 * it is, who took it out and when. Names and phones are masked: in full they are a look (`exportRecords`).
 */
export async function exportRound(tx: AreaTx, doors: TestingDoors, asked: Exported): Promise<Buffer> {
  const { roundId, now, language } = asked;
  const say = translator(exportText, language);
  const board = await readBoard(tx, doors, roundId, now);
  const samples = await findExportedSamples(tx, roundId);
  const people = await findExportedPeople(tx, roundId);
  const ids = [...samples.flatMap(({ residentId }) => residentId ?? []), ...people.map((p) => p.residentId)];
  const cards = await doors.people.residentsByIds(tx, [...new Set(ids)]);
  const names = await doors.members.names(tx, [...new Set([asked.actorId, ...samples.map(({ by }) => by)])]);
  const sample = { say, board, cards, names, area: await readArea(tx), full: null };
  return writeSheet({
    sheets: [
      samplesSheet(sample, samples),
      peopleSheet(say, people, cards),
      lanesSheet(say, board),
      aboutSheet(sample, { ...asked, reason: null }),
    ],
  });
}

/**
 * The round's samples with the minimum record of the regional norm, in full: name, identity number, address, contact;
 * unit, tube, time, site, type, quantity. Behind a look, which is the reason that stands on its last sheet.
 */
export async function exportRecords(
  tx: AreaTx,
  doors: TestingDoors,
  asked: { readonly look: ListLook; readonly now: number; readonly language: Language },
): Promise<Buffer> {
  const { look, now, language } = asked;
  const { roundId, by: actorId, reason } = look;
  const board = await readBoard(tx, doors, roundId, now);
  const samples = await findExportedSamples(tx, roundId);
  const ids = [...new Set(samples.flatMap(({ residentId }) => residentId ?? []))];
  const sample = {
    say: translator(exportText, language),
    board,
    cards: await doors.people.residentsByIds(tx, ids),
    names: await doors.members.names(tx, [...new Set([actorId, ...samples.map(({ by }) => by)])]),
    area: await readArea(tx),
    full: await doors.people.fullByIds(tx, ids),
  };
  return writeSheet({
    sheets: [samplesSheet(sample, samples), aboutSheet(sample, { now, actorId, reason })],
  });
}

/** What the sheet of samples is made from. */
interface Samples {
  readonly say: Words;
  readonly board: Board;
  readonly cards: Cards;
  readonly names: ReadonlyMap<string, string>;
  readonly area: { readonly name: string } | null;
  /** Null: masked. */
  readonly full: ReadonlyMap<string, FullPerson> | null;
}

function samplesSheet(from: Samples, samples: readonly ExportedSample[]): WrittenSheet {
  const { say, names, full } = from;
  const { round } = from.board;
  const mode = round.mode === 'single' ? say('mode.single') : say('mode.pooled', { ratio: round.poolRatio });
  const person = full === null ? PERSON : FULL_PERSON;
  const columns = ['round', 'unit', 'tube', 'position', 'in-tube', 'at', 'site', 'lane'] as const;
  const more = ['mode', 'quantity', 'by', 'box', 'id'] as const;
  const positions = positionsOf(samples);
  return {
    name: say('sheet.samples'),
    columns: [...person, ...columns, ...more].map((column) => ({ header: say(`column.${column}`) })),
    rows: samples.map((sample) => [
      ...(full === null
        ? personCells(say, from.cards.get(sample.residentId ?? ''))
        : fullCells(say, from.cards.get(sample.residentId ?? ''), full.get(sample.residentId ?? ''))),
      round.name,
      from.area?.name ?? null,
      sample.tubeCode,
      positions.get(sample.id) ?? null,
      sample.inTube,
      chinaTime(sample.at),
      sample.site,
      sample.lane,
      mode,
      1,
      names.get(sample.by) ?? null,
      sample.boxCode,
      sample.id,
    ]),
  };
}

const PERSON = ['name', 'place', 'phone'] as const;
const FULL_PERSON = ['name', 'id-number', 'place', 'phone'] as const;

/** Places in tubes of samples that come in the order of their deeds. */
function positionsOf(samples: readonly ExportedSample[]): ReadonlyMap<string, number> {
  const filled = new Map<string, number>();
  return new Map(
    samples.flatMap(({ id, tubeCode }) => {
      if (tubeCode === null) return [];
      const position = (filled.get(tubeCode) ?? 0) + 1;
      filled.set(tubeCode, position);
      return [[id, position]];
    }),
  );
}

/** Whose it is, who took it out, when and why; and that it is no longer in the house's keeping. */
function aboutSheet(
  { say, board, area, names, full }: Samples,
  by: { readonly actorId: string; readonly now: number; readonly reason: string | null },
): WrittenSheet {
  const lines: readonly (readonly [string, string])[] = [
    [say('about.area'), area?.name ?? ''],
    [say('about.round'), board.round.name],
    [say('about.by'), names.get(by.actorId) ?? ''],
    [say('about.at'), chinaTime(by.now)],
    ...(by.reason === null ? [] : [[say('about.reason'), by.reason] as const]),
    [say('about.note'), say(full === null ? 'about.masked' : 'about.full')],
  ];
  return {
    name: say('sheet.about'),
    columns: [{ header: say('about.item') }, { header: say('about.value'), width: 48 }],
    rows: lines,
  };
}

/** In address order, missed ones first in each. */
function peopleSheet(say: Words, people: readonly ExportedPerson[], cards: Cards): WrittenSheet {
  const sortOf = ({ residentId }: ExportedPerson): string => cards.get(residentId)?.sort ?? '';
  const columns = ['name', 'place', 'phone', 'status', 'reason', 'id'] as const;
  return {
    name: say('sheet.people'),
    columns: columns.map((column) => ({ header: say(`column.${column}`) })),
    rows: [...people]
      .sort((a, b) => (sortOf(a) < sortOf(b) ? -1 : sortOf(a) > sortOf(b) ? 1 : 0))
      .map((person) => [
        ...personCells(say, cards.get(person.residentId)),
        say(`status.${statusOf(person)}`),
        person.reason === null ? null : say(`excuse.${person.reason}`),
        person.id,
      ]),
  };
}

function statusOf({ status, sampled }: ExportedPerson): 'sampled' | 'missed' | 'away' | 'exempt' {
  if (sampled) return 'sampled';
  return status === 'expected' ? 'missed' : status;
}

function personCells(say: Words, card: PersonCard | undefined): (string | null)[] {
  return card ? [card.nameMask, placeOf(card), card.phoneMask] : [say('person.unknown'), null, null];
}

/** Numbers are texts and keep every digit; what the register does not know stays empty. */
function fullCells(
  say: Words,
  card: PersonCard | undefined,
  full: FullPerson | undefined,
): (string | null)[] {
  if (!card || !full) return [say('person.unknown'), null, null, null];
  return [full.name, full.idNumber, placeOf(card), full.phone];
}

function lanesSheet(say: Words, board: Board): WrittenSheet {
  const columns = ['site', 'lane', ...FIGURES, 'difference'] as const;
  const total = FIGURES.map((figure) => board.total[figure]);
  return {
    name: say('sheet.lanes'),
    columns: columns.map((column) => ({ header: say(`column.${column}`) })),
    rows: [
      ...board.sites.flatMap((site) =>
        site.lanes.map((lane) => [
          site.name,
          lane.name,
          ...FIGURES.map((figure) => lane.figures[figure]),
          lane.differences
            .map(({ kind, people, rows }) => say(`difference.${kind}`, { people: Math.abs(people), rows }))
            .join('; '),
        ]),
      ),
      [say('total'), null, ...total, null],
    ],
  };
}
