import { sql } from 'kysely';
import type { DwellingOccupancy } from '#core/places/contract.ts';
import type { PeopleReader } from '../contract/readers.ts';
import { readPhone } from '../domain/phone-number.ts';
import { countByBuilding, findAmong, findCards, findChangedIds, householdsOf, inScope } from './cards.ts';
import { fullByIds } from './full-persons.ts';
import { identityHashes } from './identity-hashes.ts';
import { livingPlaces } from './living-places.ts';
import { mergedIds, standingIds } from './merged-ids.ts';
import { readLines } from './read-lines.ts';
import { findOccupied } from './store.ts';
import { blindsOf } from './tools.ts';

export const peopleReader: PeopleReader = {
  async residentsByIds(tx, ids) {
    const cards = await findCards(tx, sql`r.id = any(${ids}::uuid[])`);
    return new Map(cards.map((card) => [card.id, card]));
  },

  residentsInScope: (tx, scope) => findCards(tx, sql`r.ended_at is null and ${inScope(scope)}`),

  amongScope: findAmong,
  readLines,
  changedSince: findChangedIds,

  async countsByBuilding(tx, scope) {
    const counts = await countByBuilding(tx, inScope(scope));
    return new Map(
      counts.map(({ buildingId, residents, away }) => [buildingId, { present: residents - away, away }]),
    );
  },

  householdsOf,
  livingPlaces,
  fullByIds,
  identityHashes,
  standingIds,
  mergedIds,

  async findByIdNumber(tx, idNumber) {
    const number = idNumber.normalize('NFKC').replace(/\s/g, '').toUpperCase();
    const cards = await findCards(
      tx,
      sql`r.id_blind = any(${blindsOf(tx, 'idNumber', number)}::text[]) and r.ended_at is null`,
    );
    return cards[0] ?? null;
  },

  async findByPhone(tx, phone) {
    const reading = readPhone(phone);
    if (!reading.ok) return [];
    const blinds = blindsOf(tx, 'phone', reading.phone);
    return findCards(
      tx,
      sql`(r.phone_blind = any(${blinds}::text[]) or r.other_phone_blind = any(${blinds}::text[])) and r.ended_at is null`,
    );
  },
};

export const dwellingOccupancy: DwellingOccupancy = { occupied: findOccupied };
