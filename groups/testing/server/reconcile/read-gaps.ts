import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectRows } from '#kernel/db/select.ts';
import type { Gaps, GapView } from '../../contract/handover-queries.ts';
import { WAYS_OF } from '../../contract/reconcile-rows.ts';
import { acceptedBy } from '../../domain/reconcile/gap.ts';
import { boxGaps } from '../../domain/transport/box-gaps.ts';
import type { TestingDoors } from '../doors.ts';
import { readLedger } from '../handover/read-ledger.ts';
import { placeOf } from '../place.ts';
import { getRound, lanesOf, sitesOf } from '../store-rounds.ts';
import { acceptanceTable } from '../tables.ts';
import { type LaneGap, readLaneGaps } from './lane-gaps.ts';

/** Everything that does not agree, open ones first, with the ways to settle it. */
export async function readGaps(tx: AreaTx, doors: TestingDoors, roundId: string, now: number): Promise<Gaps> {
  await getRound(tx, roundId);
  const lanes = await readLaneGaps(tx, roundId);
  const ledger = await readLedger(tx, roundId, now);
  const ofBoxes = boxGaps(ledger).map((gap): LaneGap => ({ ...gap, residentId: null, at: null }));
  const found = [...lanes.gaps, ...ofBoxes];
  const words = acceptedBy(await selectRows(tx, acceptanceTable, sql`round_id = ${roundId}`));
  const accepted = found.flatMap((gap) => words(gap) ?? []);
  const names = await doors.members.names(tx, [...new Set(accepted.map(({ by }) => by))]);
  const cards = await doors.people.residentsByIds(
    tx,
    found.flatMap(({ residentId }) => residentId ?? []),
  );
  const laneNames = await readLaneNames(tx, roundId);
  const views = found.map((gap): GapView => {
    const word = words(gap);
    const card = cards.get(gap.residentId ?? '');
    const { kind, subject, said, people, tubeCode, boxCode, handoverCode, at } = gap;
    return {
      ...{ kind, subject, said, people, tubeCode, boxCode, handoverCode, at },
      lane: laneNames.get(gap.laneId ?? '') ?? null,
      person: card ? { name: card.nameMask, place: placeOf(card) } : null,
      ways: [...WAYS_OF[kind]],
      accepted: word ? { at: word.at, byName: names.get(word.by) ?? null, note: word.note } : null,
    };
  });
  const open = views.filter((gap) => gap.accepted === null);
  const settled = views.filter((gap) => gap.accepted !== null);
  return {
    gaps: [...open, ...settled],
    more: lanes.more,
    open: open.length + lanes.more,
    accepted: settled.length,
    boxCodes: ledger.boxes.filter(({ box }) => box !== null).map(({ code }) => code),
  };
}

/** `1号点 2台`, also of lanes taken out of the plan. */
async function readLaneNames(tx: AreaTx, roundId: string): Promise<Map<string, string>> {
  const sites = new Map((await sitesOf(tx, roundId)).map((site) => [site.id, site.name]));
  const lanes = await lanesOf(tx, roundId);
  return new Map(lanes.map((lane) => [lane.id, `${sites.get(lane.siteId) ?? ''} ${lane.name}`]));
}
