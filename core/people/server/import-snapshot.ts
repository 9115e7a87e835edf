import type { PlacesReader } from '#core/places/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { MoveRow } from '../domain/by-hand-rows.ts';
import type { FormerResident, KnownResident, RegisterSnapshot } from '../domain/import/snapshot.ts';
import type { Resident } from '../domain/resident.ts';
import { findAllResidents, findLivingHouseholds } from './store.ts';
import { findAllMoves } from './store-by-hand.ts';
import { openField } from './tools.ts';

/** The register as it stands, with its numbers opened, for one preview in memory. Handed to nobody. */
export async function readSnapshot(tx: AreaTx, places: PlacesReader): Promise<RegisterSnapshot> {
  const standing = await places.livingPlaces(tx);
  const residents = await findAllResidents(tx);
  return {
    ...standing,
    households: await findLivingHouseholds(tx),
    ...splitByStanding(tx, residents, await findAllMoves(tx)),
  };
}

/** Those who stand, and those who ended or were merged into one who stands. */
function splitByStanding(
  tx: AreaTx,
  rows: readonly Resident[],
  moves: readonly MoveRow[],
): Pick<RegisterSnapshot, 'residents' | 'former'> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const movedFrom = new Map<string, string[]>();
  for (const { residentId, fromDwellingId, byHand } of moves) {
    if (byHand) movedFrom.set(residentId, [...(movedFrom.get(residentId) ?? []), fromDwellingId]);
  }
  const residents: KnownResident[] = [];
  const former: FormerResident[] = [];
  for (const row of rows) {
    const known = openResident(tx, row, movedFrom.get(row.id) ?? []);
    if (row.endedAt === null) {
      residents.push(known);
      continue;
    }
    const standing = standingOf(row, byId);
    const standsAs = standing.id !== row.id && standing.endedAt === null ? standing.id : null;
    former.push({ ...known, standsAs, endedAt: row.endedAt, endReason: row.endReason ?? '' });
  }
  return { residents, former };
}

function standingOf(row: Resident, byId: ReadonlyMap<string, Resident>): Resident {
  let standing = row;
  while (standing.mergedInto !== null) {
    const next = byId.get(standing.mergedInto);
    if (!next) break;
    standing = next;
  }
  return standing;
}

function openResident(tx: AreaTx, row: Resident, movedFrom: readonly string[]): KnownResident {
  const { sex, birthDate, idKind, relation, note } = row;
  const known = {
    name: row.name,
    ...(sex === null ? {} : { sex }),
    ...(birthDate === null ? {} : { birthDate }),
    ...(idKind === null ? {} : { idKind }),
    ...(row.idCipher === null ? {} : { idNumber: openField(tx, 'idNumber', row.idCipher) }),
    ...(row.phoneCipher === null ? {} : { phone: openField(tx, 'phone', row.phoneCipher) }),
    ...(row.otherPhoneCipher === null
      ? {}
      : { otherPhone: openField(tx, 'otherPhone', row.otherPhoneCipher) }),
    ...(relation === null ? {} : { relation }),
    ...(row.tags.length === 0 ? {} : { tags: [...row.tags] }),
    ...(row.away ? { away: true } : {}),
    ...(row.registeredElsewhere ? { registeredElsewhere: true } : {}),
    ...(note === '' ? {} : { note }),
  };
  return {
    id: row.id,
    householdId: row.householdId,
    dwellingId: row.dwellingId,
    known,
    confirmed: row.confirmed,
    movedFrom,
  };
}
