import type { PlacesReader } from '#core/places/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Happening, SubjectRequestView } from '../contract/by-hand-queries.ts';
import type { RegisterRow } from '../contract/queries.ts';
import type { MergeRow } from '../domain/by-hand-rows.ts';
import type { MemberNames } from './discrepancy-views.ts';
import { findRowsByIds } from './register-rows.ts';
import { findMergesOf, findMovesOf, listRequests } from './store-by-hand.ts';

/** `清源小区 3号 402` */
export const addressOf = (place: {
  readonly compound: string;
  readonly building: string;
  readonly entrance: string | null;
  readonly room: string;
}): string => [place.compound, place.building, place.entrance, place.room].filter(Boolean).join(' ');

/** Where somebody lived before, and which entries were found to be the same person; latest first. */
export async function readHistory(
  tx: AreaTx,
  doors: { readonly places: PlacesReader; readonly members: MemberNames },
  residentId: string,
): Promise<Happening[]> {
  const moves = await findMovesOf(tx, [residentId]);
  const merges = await findMergesOf(tx, [residentId]);
  const homes = await doors.places.dwellingLabels(
    tx,
    moves.map(({ fromDwellingId }) => fromDwellingId),
  );
  const others = await findRowsByIds(
    tx,
    merges.map((merge) => otherOf(merge, residentId)),
  );
  const names = await doors.members.names(tx, [
    ...moves.map(({ actorId }) => actorId),
    ...merges.flatMap(({ actorId, undoneBy }) => [actorId, ...(undoneBy === null ? [] : [undoneBy])]),
  ]);
  const byName = (id: string | null) => names.get(id ?? '') ?? null;
  const plain = { otherId: null, reason: '', mergeId: null };
  const happenings = moves.map(({ at, actorId, fromDwellingId }): Happening => {
    const home = homes.get(fromDwellingId);
    return { ...plain, at, byName: byName(actorId), what: 'moved', other: home ? addressOf(home) : '' };
  });
  for (const merge of merges) {
    const otherId = otherOf(merge, residentId);
    const other = others.get(otherId);
    const shown = { otherId, other: other ? personText(other) : '', reason: merge.reason };
    const isKept = merge.keptId === residentId;
    happenings.push({
      ...shown,
      at: merge.at,
      byName: byName(merge.actorId),
      what: isKept ? 'merged' : 'merged-into',
      mergeId: merge.undoneAt === null ? merge.id : null,
    });
    if (merge.undoneAt !== null) {
      const back = { at: merge.undoneAt, byName: byName(merge.undoneBy), what: 'unmerged' as const };
      happenings.push({ ...shown, ...back, reason: '', mergeId: null });
    }
  }
  return happenings.sort((a, b) => b.at - a.at);
}

const otherOf = ({ keptId, mergedId }: MergeRow, residentId: string): string =>
  keptId === residentId ? mergedId : keptId;

const personText = (row: RegisterRow): string => `${row.name} ${addressOf(row)}`;

/** More than a desk looks back at. */
const MOST_REQUESTS = 300;

export async function readRequests(tx: AreaTx, members: MemberNames): Promise<SubjectRequestView[]> {
  const requests = await listRequests(tx, MOST_REQUESTS);
  const people = await findRowsByIds(tx, [...new Set(requests.map(({ residentId }) => residentId))]);
  const names = await members.names(
    tx,
    requests.flatMap(({ actorId, answeredBy }) => [actorId, ...(answeredBy === null ? [] : [answeredBy])]),
  );
  return requests.map(({ version: _, actorId, answeredBy, ...request }) => {
    const row = people.get(request.residentId);
    return {
      ...request,
      name: row?.name ?? '',
      room: row ? addressOf(row) : '',
      byName: names.get(actorId) ?? null,
      answeredByName: names.get(answeredBy ?? '') ?? null,
    };
  });
}
