import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { PersonSearch, type Searchable } from '../domain/search/person-search.ts';
import { standingIds } from './merged-ids.ts';

/** What the console's search shows and looks at: full name in `nameMask`'s place. */
export interface SearchRow extends Searchable {
  readonly name: string;
  readonly maskedName: string;
  readonly dwellingId: string;
  readonly away: boolean;
  readonly tags: readonly string[];
}

interface Kept {
  readonly state: string;
  readonly search: PersonSearch<SearchRow>;
}

const AREAS_KEPT = 20;

/**
 * The search of phones over the whole register, kept in memory per area and read again when the register or a label
 * has changed. Ten thousand rows are read in some tens of milliseconds and then searched in a few.
 */
export class AreaSearches {
  private readonly kept = new Map<string, Kept>();

  async of(tx: AreaTx): Promise<PersonSearch<SearchRow>> {
    const state = await registerState(tx);
    const kept = this.kept.get(tx.areaId);
    if (kept?.state === state) return kept.search;
    const search = new PersonSearch(await findSearchRows(tx));
    this.kept.delete(tx.areaId);
    this.kept.set(tx.areaId, { state, search });
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= AREAS_KEPT) break;
      this.kept.delete(oldest);
    }
    return search;
  }
}

/** Changes whenever a resident or a label does: each of them then carries a later version. */
async function registerState(tx: AreaTx): Promise<string> {
  const { rows } = await sql<{ state: string }>`
    select concat_ws('/',
      (select max(version) from people.resident where area_id = ${tx.areaId}),
      (select max(version) from places.compound where area_id = ${tx.areaId}),
      (select max(version) from places.building where area_id = ${tx.areaId}),
      (select max(version) from places.entrance where area_id = ${tx.areaId}),
      (select max(version) from places.dwelling where area_id = ${tx.areaId})) as state`.execute(tx.db);
  return rows[0]?.state ?? '';
}

async function findSearchRows(tx: AreaTx): Promise<SearchRow[]> {
  const { rows } = await sql<SearchRow>`
    select r.id, r.dwelling_id, r.name, r.name as name_mask, r.name_mask as masked_name, r.pinyin, r.phone_mask,
      r.away, r.tags, l.compound, l.building, l.entrance, l.room, l.sort
    from people.resident r
    join places.dwelling_label l on l.area_id = r.area_id and l.dwelling_id = r.dwelling_id
    where r.area_id = ${tx.areaId} and r.ended_at is null`.execute(tx.db);
  const former = await findFormerNames(tx);
  return rows.map((row) => {
    const formerly = former.get(row.id);
    return formerly ? { ...row, formerly } : row;
  });
}

type Formerly = NonNullable<Searchable['formerly']>;

/** How entries that were merged had been spelt, by the entry that stands. */
async function findFormerNames(tx: AreaTx): Promise<ReadonlyMap<string, Formerly>> {
  const { rows } = await sql<{ id: string; name: string; pinyin: string }>`
    select id, name, pinyin from people.resident
    where area_id = ${tx.areaId} and merged_into is not null`.execute(tx.db);
  const standing = await standingIds(
    tx,
    rows.map(({ id }) => id),
  );
  const former = new Map<string, { nameMask: string; pinyin: string }[]>();
  for (const { id, name: nameMask, pinyin } of rows) {
    const kept = standing.get(id) ?? id;
    former.set(kept, [...(former.get(kept) ?? []), { nameMask, pinyin }]);
  }
  return former;
}
