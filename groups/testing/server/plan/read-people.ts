import { sql } from 'kysely';
import { type PersonCard, PersonSearch } from '#core/people/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectRows } from '#kernel/db/select.ts';
import type { PlanPerson } from '../../contract/plan-queries.ts';
import type { Round } from '../../contract/rows.ts';
import type { TestingDoors } from '../doors.ts';
import { placeOf } from '../place.ts';
import { getRound } from '../store-rounds.ts';
import { expectedTable } from '../tables.ts';
import { peopleOfRound } from './scope.ts';
import { earlierExcuses, plannedOf, type Said } from './store-planned.ts';

/** Rows a page asks for at once; a building has fewer. */
const MOST = 500;

export interface PeopleAsked {
  readonly roundId: string;
  readonly show: 'excused' | 'proposed' | 'everybody';
  readonly buildingId?: string | undefined;
  readonly text?: string | undefined;
}

/** People of a round's list, or of the list to be, with what is said of each and what the round before said. */
export async function readPlanPeople(
  tx: AreaTx,
  doors: TestingDoors,
  asked: PeopleAsked,
  now: number,
): Promise<{ rows: PlanPerson[]; total: number; buildings: { id: string; label: string }[] }> {
  const round = await getRound(tx, asked.roundId);
  const { cards, said } = await listOf(tx, doors, round, now);
  const earlier = await earlierExcuses(tx, round.id);
  const rowOf = (card: PersonCard): PlanPerson => {
    const { status, reason } = said(card);
    return {
      residentId: card.id,
      buildingId: card.buildingId,
      place: placeOf(card),
      name: card.nameMask,
      status,
      reason,
      earlier: status === 'expected' ? (earlier.get(card.id) ?? null) : null,
    };
  };
  const wanted = found(cards, asked).map(rowOf).filter(SHOWN[asked.show]);
  const labels = new Map(cards.map((card) => [card.buildingId, `${card.compound} ${card.building}`]));
  return {
    rows: wanted.slice(0, MOST),
    total: wanted.length,
    buildings: [...labels].map(([id, label]) => ({ id, label })),
  };
}

const SHOWN: Readonly<Record<PeopleAsked['show'], (row: PlanPerson) => boolean>> = {
  excused: (row) => row.status !== 'expected',
  proposed: (row) => row.earlier !== null,
  everybody: () => true,
};

function found(cards: readonly PersonCard[], { buildingId, text = '' }: PeopleAsked): readonly PersonCard[] {
  const there = buildingId === undefined ? cards : cards.filter((card) => card.buildingId === buildingId);
  return text.trim() === '' ? there : new PersonSearch(there).find(text, MOST);
}

interface List {
  readonly cards: readonly PersonCard[];
  readonly said: (card: PersonCard) => Said;
}

async function listOf(tx: AreaTx, doors: TestingDoors, round: Round, now: number): Promise<List> {
  if (round.state === 'draft') {
    const planned = await plannedOf(tx, doors.people, round.id);
    const byRegister = (card: PersonCard): Said =>
      card.away ? { status: 'away', reason: 'away' } : { status: 'expected', reason: null };
    return {
      cards: await peopleOfRound(tx, doors, round, now),
      said: (card) => planned.get(card.id) ?? byRegister(card),
    };
  }
  const rows = await selectRows(tx, expectedTable, sql`round_id = ${round.id}`);
  const listed = new Map(rows.map((row) => [row.residentId, row]));
  const cards = await doors.people.residentsByIds(tx, [...listed.keys()]);
  return {
    cards: [...cards.values()],
    said: ({ id }) => listed.get(id) ?? { status: 'expected', reason: null },
  };
}
