import { openLogged } from '#kernel/command/server/logged.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { PeopleDiscrepancy } from '../contract/by-hand-queries.ts';
import type { ResidentChanges } from '../contract/commands.ts';
import { RESOLUTIONS_OF } from '../contract/settlement.ts';
import { maskIdNumber, maskPhone } from '../domain/masks.ts';
import { listDiscrepancies, saidIn } from './discrepancies.ts';
import { findRowsByIds } from './register-rows.ts';

/** Who is at work, by name; unknown ids are left out. */
export interface MemberNames {
  names(tx: AreaTx, memberIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** What contradicts, told whole: both people, and what the visit had said. A few queries for the page. */
export async function readDiscrepancies(
  tx: AreaTx,
  members: MemberNames,
  which: { readonly open: boolean; readonly limit: number },
): Promise<PeopleDiscrepancy[]> {
  const found = await listDiscrepancies(tx, which);
  const logged = await openLogged(
    tx,
    found.map(({ commandId }) => commandId),
  );
  const idsOf = ({ subjects }: (typeof found)[number]) =>
    [subjects.residentId, subjects.otherResidentId].filter((id) => id !== undefined);
  const people = await findRowsByIds(tx, [...new Set(found.flatMap(idsOf))]);
  const names = await members.names(tx, [
    ...found.flatMap(({ settledBy }) => settledBy ?? []),
    ...[...logged.values()].map(({ actorId }) => actorId),
  ]);
  return found.map((row) => {
    const { id, code, details, raisedAt, settledAt, settledBy, resolution, note, commandId } = row;
    const visit = logged.get(commandId);
    return {
      id,
      code,
      details: { ...details },
      raisedAt,
      settledAt,
      settledByName: names.get(settledBy ?? '') ?? null,
      resolution,
      note,
      resolutions: [...(RESOLUTIONS_OF[code] ?? [])],
      people: idsOf(row).flatMap((one) => people.get(one) ?? []),
      said: visit
        ? { at: visit.at, byName: names.get(visit.actorId) ?? null, values: masked(saidIn(visit)) }
        : null,
    };
  });
}

function masked(said: ResidentChanges): { field: string; value: string }[] {
  return Object.entries(said).flatMap(([field, value]) => {
    if (value === undefined || field === 'idKind') return [];
    if (field === 'idNumber') return [{ field, value: maskIdNumber(String(value ?? '')) }];
    if (field === 'phone' || field === 'otherPhone')
      return [{ field, value: maskPhone(String(value ?? '')) }];
    return [{ field, value: Array.isArray(value) ? value.join('、') : String(value ?? '') }];
  });
}
