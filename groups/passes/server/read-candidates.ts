import { sql } from 'kysely';
import type { PersonCard } from '#core/people/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Candidate } from '../contract/queries.ts';
import type { PassesDoors } from './doors.ts';
import { selectPasses } from './store.ts';

/** Living people of a building, or its households, with the pass they have. */
export async function readCandidates(
  tx: AreaTx,
  { people }: PassesDoors,
  buildingId: string,
  by: 'person' | 'household',
  now: number,
): Promise<Candidate[]> {
  const here = await people.residentsInScope(tx, { compoundIds: [], buildingIds: [buildingId] });
  const idOf = (card: PersonCard) => (by === 'person' ? card.id : card.householdId);
  const column = sql.ref(by === 'person' ? 'p.resident_id' : 'p.household_id');
  const has = await selectPasses(
    tx,
    sql`p.kind = 'resident' and p.revoked_at is null and p.valid_until > ${new Date(now)}
      and ${column} = any(${here.map(idOf)}::uuid[])`,
  );
  const until = new Map(has.map((p) => [p.residentId ?? p.householdId ?? '', p.validUntil]));
  const found = new Map<string, Candidate>();
  for (const card of here) {
    const id = idOf(card);
    const known = found.get(id);
    // Of a household it is away when everybody is.
    const away = card.away && (known?.away ?? true);
    const holder = known ? `${known.holder}、${card.nameMask}` : card.nameMask;
    const { room, building, compound } = card;
    found.set(id, {
      id,
      holder,
      room,
      buildingId,
      building,
      compound,
      away,
      hasUntil: until.get(id) ?? null,
    });
  }
  return [...found.values()];
}
