import type { PersonCard } from '#core/people/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import type { TubeHistory, TubeMember, TubeVerdict } from '../../contract/history-queries.ts';
import { problems } from '../../contract/problems.ts';
import { type Placed, placedMembers } from '../../domain/members/order.ts';
import type { TestingDoors } from '../doors.ts';
import { placeOf } from '../place.ts';
import { findDiscrepanciesAbout } from '../store-discrepancies.ts';
import { getRound } from '../store-rounds.ts';
import { type BareChange, changesOf } from './changes.ts';
import { laneName, nameBook } from './names.ts';
import {
  findMembers,
  findOpenings,
  findVerdicts,
  type MemberRow,
  type OpeningRow,
  type VerdictRow,
} from './store-tube.ts';

type SayName = Awaited<ReturnType<typeof nameBook>>;

/**
 * Everything about a tube code of a round: its openings, its members in order, what was settled about it and, for
 * those who may see it, what the laboratory said.
 */
export async function readTube(
  tx: AreaTx,
  doors: TestingDoors,
  asked: { readonly roundId: string; readonly code: string; readonly maySeeResult: boolean },
): Promise<TubeHistory> {
  const { roundId, code, maySeeResult } = asked;
  const round = await getRound(tx, roundId);
  const openings = await findOpenings(tx, roundId, code);
  const verdicts = await findVerdicts(tx, roundId, code);
  // A code that only the laboratory speaks of is told to those who may hear the laboratory.
  if (openings.length === 0 && !(maySeeResult && verdicts.length > 0)) {
    throw new ProblemError(problems['no-such-tube']);
  }
  const tubeIds = openings.map(({ tubeId }) => tubeId);
  const members = placedMembers(await findMembers(tx, tubeIds));
  const disputes = await findDiscrepanciesAbout(tx, roundId, [...tubeIds, ...members.map(({ id }) => id)]);
  const changes = await changesOf(
    tx,
    members.map(({ id, version, voidedAt }) => ({ id, version, withdrawn: voidedAt !== null })),
  );
  const cards = await doors.people.residentsByIds(
    tx,
    members.flatMap(({ residentId }) => residentId ?? []),
  );
  const say = await nameBook(tx, doors, [
    ...openings.flatMap((o) => [o.openedBy, o.closedBy, o.packedBy, o.sealedBy]),
    ...members.map(({ by }) => by),
    ...[...changes.values()].map(({ by }) => by),
    ...disputes.map(({ settledBy }) => settledBy),
    ...(maySeeResult ? verdicts.map(({ recordedBy }) => recordedBy) : []),
  ]);
  return {
    round: { id: round.id, name: round.name },
    code,
    openings: openings.map((row) => openingOf(row, say)),
    members: members.map((row) => memberOf(row, cards, changes, say)),
    disputes: disputes.map(({ code: what, problem, raisedAt, settledAt, settledBy, resolution, note }) => ({
      code: what,
      details: { ...problem.details },
      raisedAt,
      settledAt,
      settledByName: say(settledBy),
      resolution,
      note,
    })),
    maySeeResult,
    result: maySeeResult ? verdictOf(verdicts, say) : null,
  };
}

function openingOf(row: OpeningRow, say: SayName): TubeHistory['openings'][number] {
  const { site: _, openedBy, closedBy, packedBy, sealedBy, ...plain } = row;
  return {
    ...plain,
    lane: laneName(row),
    openedByName: say(openedBy),
    closedByName: say(closedBy),
    packedByName: say(packedBy),
    sealedByName: say(sealedBy),
  };
}

function memberOf(
  row: Placed<MemberRow>,
  cards: ReadonlyMap<string, PersonCard>,
  changes: ReadonlyMap<string, BareChange>,
  say: SayName,
): TubeMember {
  const { id: sampleId, position, residentId, at, by, method, voidedAt } = row;
  const card = cards.get(residentId ?? '');
  return {
    sampleId,
    position,
    residentId,
    name: card?.nameMask ?? null,
    place: card ? placeOf(card) : null,
    at,
    lane: laneName(row),
    byName: say(by),
    method,
    withdrawn: voidedAt !== null,
    change: toldChange(changes.get(sampleId), say),
  };
}

export function toldChange(change: BareChange | undefined, say: SayName): TubeMember['change'] {
  if (!change) return null;
  const { by, ...told } = change;
  return { ...told, byName: say(by) };
}

function verdictOf(rows: readonly VerdictRow[], say: SayName): TubeVerdict | null {
  const inForce = rows.find(({ replacedAt }) => replacedAt === null);
  if (!inForce) return null;
  const { outcome, note, reportedAt, recordedAt, recordedBy } = inForce;
  const earlier = rows.flatMap(({ replacedAt, ...row }) =>
    replacedAt === null
      ? []
      : [{ outcome: row.outcome, note: row.note, recordedAt: row.recordedAt, replacedAt }],
  );
  return { outcome, note, reportedAt, recordedAt, recordedByName: say(recordedBy), earlier };
}
