import type { PersonCard } from '#core/people/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { type WrittenSheet, writeSheet } from '#kernel/sheet/write.ts';
import { chinaTime } from '#kernel/time-id/china-time.ts';
import type { Language } from '#kernel/ui/language.ts';
import { type Translate, translator } from '#kernel/ui/text.ts';
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

/**
 * The round as a workbook: the minimum record of each sample (regional norm), the list with who was missed, and the
 * reconciliation. Names and phones are masked: a full one is a look, with a reason, in the register.
 */
export async function exportRound(
  tx: AreaTx,
  doors: TestingDoors,
  roundId: string,
  now: number,
  language: Language,
): Promise<Buffer> {
  const say = translator(exportText, language);
  const board = await readBoard(tx, doors, roundId, now);
  const samples = await findExportedSamples(tx, roundId);
  const people = await findExportedPeople(tx, roundId);
  const ids = [...samples.flatMap(({ residentId }) => residentId ?? []), ...people.map((p) => p.residentId)];
  const cards = await doors.people.residentsByIds(tx, [...new Set(ids)]);
  const names = await doors.members.names(tx, [...new Set(samples.map(({ by }) => by))]);
  return writeSheet({
    sheets: [
      samplesSheet(say, board, samples, cards, names),
      peopleSheet(say, people, cards),
      lanesSheet(say, board),
    ],
  });
}

function samplesSheet(
  say: Words,
  { round }: Board,
  samples: readonly ExportedSample[],
  cards: Cards,
  names: ReadonlyMap<string, string>,
): WrittenSheet {
  const mode = round.mode === 'single' ? say('mode.single') : say('mode.pooled', { ratio: round.poolRatio });
  const columns = ['name', 'place', 'phone', 'round', 'tube', 'in-tube', 'at', 'site', 'lane'] as const;
  const more = ['mode', 'quantity', 'by', 'box', 'id'] as const;
  return {
    name: say('sheet.samples'),
    columns: [...columns, ...more].map((column) => ({ header: say(`column.${column}`) })),
    rows: samples.map((sample) => [
      ...personCells(say, cards.get(sample.residentId ?? '')),
      round.name,
      sample.tubeCode,
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
