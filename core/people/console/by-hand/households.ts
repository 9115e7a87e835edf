import type { RegisterRow } from '../../contract/queries.ts';

export interface HouseholdMembers {
  readonly householdId: string;
  readonly members: readonly RegisterRow[];
}

/** The people of one dwelling by household, the named household first, the others as they were registered. */
export function byHousehold(rows: readonly RegisterRow[], firstId: string): HouseholdMembers[] {
  const groups = new Map<string, RegisterRow[]>([[firstId, []]]);
  for (const row of rows) {
    const members = groups.get(row.householdId);
    if (members) members.push(row);
    else groups.set(row.householdId, [row]);
  }
  return [...groups].flatMap(([householdId, members]) =>
    members.length === 0 ? [] : [{ householdId, members }],
  );
}
