import type { PlacesReader } from '#core/places/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { KnownResident, RegisterSnapshot } from '../domain/import/snapshot.ts';
import type { Resident } from '../domain/resident.ts';
import { findAllHouseholds, findAllResidents } from './store.ts';
import { openField } from './tools.ts';

/** The register as it stands, with its numbers opened, for one preview in memory. Handed to nobody. */
export async function readSnapshot(tx: AreaTx, places: PlacesReader): Promise<RegisterSnapshot> {
  const standing = await places.livingPlaces(tx);
  const residents = await findAllResidents(tx);
  return {
    ...standing,
    households: await findAllHouseholds(tx),
    residents: residents.filter(({ endedAt }) => endedAt === null).map((row) => openResident(tx, row)),
  };
}

function openResident(tx: AreaTx, row: Resident): KnownResident {
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
  };
}
