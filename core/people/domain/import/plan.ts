import { canonicalJson } from '#kernel/command/canonical.ts';
import { emptyPlaces, type Mint, PlaceIndex } from './place-index.ts';
import { type Entry, isChanged, type Preview } from './preview.ts';
import { type ImportedResident, type ImportRowsBody, MAX_ROWS, type ResidentField } from './rows.ts';
import type { RegisterSnapshot } from './snapshot.ts';

/** What people said to the questions of a preview: keys made by `askKey`. */
export type Agreed = ReadonlySet<string>;

/** @param field a field's name, `move` for another dwelling, `back` for one who had been ended */
export const askKey = (residentId: string, field: ResidentField | 'move' | 'back'): string =>
  `${residentId}/${field}`;

/**
 * The commands that carry a preview out: bodies of `people.import-rows`, in order, each with at most 500 residents
 * and with the places they need. What is unchanged is not in them; nothing to do gives none.
 * @param mint ids by key, the same for the same import: a plan drawn up again is the same plan
 */
export function planImport(
  preview: Preview,
  snapshot: RegisterSnapshot,
  importId: string,
  agreed: Agreed,
  mint: Mint,
): ImportRowsBody[] {
  const rules = new RulePlan(preview, snapshot, mint);
  const places = new PlaceIndex(snapshot, mint, (compound) => rules.idOf(compound));
  const chunks: Omit<ImportRowsBody, 'importId' | 'chunk' | 'chunks'>[] = [];
  let residents: ImportedResident[] = [];
  const close = () => {
    const added = places.takeAdded();
    const addressRules = rules.takeAdded();
    const empty = Object.values(added).every((rows) => rows.length === 0);
    if (residents.length > 0 || !empty) chunks.push({ places: { ...added, addressRules }, residents });
    residents = [];
  };
  for (const entry of preview.entries) {
    const planned = planResident(entry, agreed, places, mint);
    if (!planned) continue;
    residents.push(planned);
    if (residents.length === MAX_ROWS) close();
  }
  close();
  for (let at = 0; at < preview.vacant.length; at += MAX_ROWS) {
    for (const place of preview.vacant.slice(at, at + MAX_ROWS)) places.dwelling(place);
    close();
  }
  return chunks.map((body, chunk) => ({ importId, chunk, chunks: chunks.length, ...body }));
}

function planResident(entry: Entry, agreed: Agreed, places: PlaceIndex, mint: Mint): ImportedResident | null {
  const { person, resident, merge } = entry;
  if (resident && entry.ended) {
    if (!agreed.has(askKey(resident.id, 'back'))) return null;
    const where = places.place(person.place);
    return { id: resident.id, ...where, set: person.set, agreed: [], move: true, restore: true };
  }
  if (!resident || !merge) {
    const where = places.place(person.place);
    const id = mint(`resident\u0000${person.sheet}\u0000${person.row}`);
    return { id, ...where, set: person.set, agreed: [] };
  }
  const yes = merge.asks.map(({ field }) => field).filter((field) => agreed.has(askKey(resident.id, field)));
  const move =
    entry.moved === 'taken' || (entry.moved === 'asked' && agreed.has(askKey(resident.id, 'move')));
  if (!isChanged(entry) && yes.length === 0 && !move) return null;
  const set = { ...merge.set, ...Object.fromEntries(yes.map((field) => [field, merge.askedSet[field]])) };
  const { householdId, dwellingId } = move ? places.place(person.place) : resident;
  return { id: resident.id, householdId, dwellingId, set, agreed: yes, ...(move ? { move } : {}) };
}

/** Saves the rule a new compound is read by, unless the area has the same one already. */
class RulePlan {
  private readonly ids = new Map<string, string>();
  private added = emptyPlaces().addressRules;

  constructor(
    private readonly preview: Preview,
    snapshot: RegisterSnapshot,
    private readonly mint: Mint,
  ) {
    for (const { id, rule } of snapshot.addressRules) this.ids.set(canonicalJson(rule), id);
  }

  idOf(compound: string): string | null {
    const named = this.preview.rules.get(compound);
    if (!named) return null;
    const text = canonicalJson(named.rule);
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    const id = this.mint(`address-rule\u0000${text}`);
    this.ids.set(text, id);
    this.added.push({ id, name: named.name, rule: named.rule });
    return id;
  }

  takeAdded(): ImportRowsBody['places']['addressRules'] {
    const { added } = this;
    this.added = [];
    return added;
  }
}
