import type { PersonCard } from '#core/people/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { PassesDoors } from './doors.ts';
import type { PassRecord } from './tables.ts';

/** Who holds a pass, masked, and where he or she lives. */
export interface HolderName {
  readonly holder: string;
  readonly place: string | null;
  readonly buildingId: string | null;
}

type Named = Pick<PassRecord, 'residentId' | 'householdId' | 'memberId' | 'labelMask' | 'plate'>;

/** Names of many passes' holders in a few questions. */
export async function holderNames(
  tx: AreaTx,
  { people, members }: PassesDoors,
  passes: readonly Named[],
): Promise<(pass: Named) => HolderName> {
  const of = (pick: (pass: Named) => string | null) => passes.map(pick).filter((id) => id !== null);
  const persons = await people.residentsByIds(
    tx,
    of((pass) => pass.residentId),
  );
  const householdIds = of((pass) => pass.householdId);
  const households = new Map<string, PersonCard>();
  if (householdIds.length > 0) {
    const scope = { compoundIds: [], buildingIds: [], householdIds };
    for (const card of await people.residentsInScope(tx, scope)) {
      if (!households.has(card.householdId)) households.set(card.householdId, card);
    }
  }
  const names = await members.names(
    tx,
    of((pass) => pass.memberId),
  );
  return (pass) => {
    const card = persons.get(pass.residentId ?? '') ?? households.get(pass.householdId ?? '');
    const holder =
      (pass.residentId === null ? undefined : card?.nameMask) ??
      names.get(pass.memberId ?? '') ??
      pass.labelMask ??
      card?.room ??
      pass.plate ??
      '';
    return {
      holder,
      place: card ? `${card.building} ${card.room}` : null,
      buildingId: card?.buildingId ?? null,
    };
  };
}
