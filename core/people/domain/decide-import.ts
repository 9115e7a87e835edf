import { type Command, type Decision, refuse } from '#kernel/command/command.ts';
import { problem } from '#kernel/problem/problem.ts';
import type { ResidentChanges } from '../contract/commands.ts';
import type { ImportedChange, PeopleEvent } from '../contract/events.ts';
import type { Household, ResidentField } from '../contract/rows.ts';
import { problems } from '../contract/rules.ts';
import { realChanges } from './apply-changes.ts';
import type { ImportedResident, ImportRowsBody } from './import/rows.ts';
import type { ResolvedPlaces } from './place-book.ts';
import type { Resident } from './resident.ts';
import type { PeopleState } from './state.ts';

/**
 * One chunk of a register: places are found or made, unknown residents made, known ones get what differs; a value
 * confirmed in the field stays unless someone agreed. The same chunk again finds nothing to do.
 */
export function decideImport(
  state: PeopleState,
  { body }: Command<'people.import-rows', ImportRowsBody>,
): Decision<PeopleEvent> {
  const { places } = state;
  if (!places) throw new Error('an import was loaded without places');
  const resolved = places.resolve(body.places);
  if (resolved.missing) return refuse(problem(problems['import-torn'], { level: resolved.missing }));
  const homes = resolveHouseholds(state, body, resolved);
  const made = new Set(resolved.made.dwellings.map((row) => row.id));
  const stands = (dwellingId: string) => made.has(dwellingId) || places.hasDwelling(dwellingId);
  if (!homes.made.every(({ dwellingId }) => stands(dwellingId)))
    return refuse(problem(problems['dwelling-unknown']));
  const added: ImportedChange[] = [];
  const changed: { id: string; set: ResidentChanges }[] = [];
  const moved: { residentId: string; householdId: string; dwellingId: string }[] = [];
  const restored: string[] = [];
  let kept = 0;
  for (const asked of body.residents) {
    const row = state.residents.get(asked.id);
    if (row) {
      const { set, stayed } = importedChanges(state, row, asked);
      kept += stayed;
      if (Object.keys(set).length > 0) changed.push({ id: row.id, set });
      if (row.endedAt !== null && asked.restore === true && row.mergedInto === null) restored.push(row.id);
      else if (row.endedAt !== null) continue;
      if (asked.move !== true) continue;
    }
    const dwellingId = resolved.idFor(asked.dwellingId);
    if (!stands(dwellingId)) return refuse(problem(problems['dwelling-unknown']));
    const householdId = homes.of(asked.householdId, dwellingId);
    if (row) {
      if (row.dwellingId !== dwellingId) moved.push({ residentId: row.id, householdId, dwellingId });
      continue;
    }
    added.push({ id: asked.id, householdId, dwellingId, set: tidy(asked.set) });
  }
  const isEmpty =
    added.length + changed.length + moved.length + restored.length + homes.made.length === 0 &&
    Object.values(resolved.made).every((rows) => rows.length === 0);
  if (isEmpty) return { events: [] };
  const { importId, chunk } = body;
  const data = { importId, chunk, places: resolved.made, households: homes.made, added, changed, kept };
  const moves = moved.map(
    (move): PeopleEvent => ({ type: 'people.resident-moved', data: { ...move, byImport: true } }),
  );
  const returns = restored.map(
    (residentId): PeopleEvent => ({ type: 'people.resident-restored', data: { residentId } }),
  );
  return { events: [...returns, { type: 'people.rows-imported', data }, ...moves] };
}

interface Homes {
  readonly made: Omit<Household, 'version' | 'endedAt'>[];
  /** The household to put a resident into; made when the body names none that stands. */
  of(asked: string, dwellingId: string): string;
}

/** One household a dwelling, as registers know it: a standing one lends its id to the body's. */
function resolveHouseholds(state: PeopleState, body: ImportRowsBody, { idFor }: ResolvedPlaces): Homes {
  const made: Omit<Household, 'version' | 'endedAt'>[] = [];
  const byDwelling = new Map<string, string>();
  const standing = (dwellingId: string): string | undefined =>
    byDwelling.get(dwellingId) ?? state.households.by('dwelling', dwellingId)[0]?.id;
  const make = (id: string, dwellingId: string): string => {
    made.push({ id, dwellingId });
    byDwelling.set(dwellingId, id);
    return id;
  };
  for (const { id, dwellingId } of body.places.households) {
    const home = idFor(dwellingId);
    if (!state.households.get(id) && standing(home) === undefined) make(id, home);
  }
  return {
    made,
    of: (asked, dwellingId) => {
      const known = state.households.get(asked);
      if (known?.dwellingId === dwellingId) return known.id;
      return standing(dwellingId) ?? make(asked, dwellingId);
    },
  };
}

const tidy = (set: ResidentChanges): ResidentChanges =>
  set.tags ? { ...set, tags: [...new Set(set.tags)].sort() } : set;

function importedChanges(
  state: PeopleState,
  row: Resident,
  asked: ImportedResident,
): { readonly set: ResidentChanges; readonly stayed: number } {
  if (row.endedAt !== null && asked.restore !== true) return { set: {}, stayed: 0 };
  const differing = realChanges(row, tidy(asked.set), state.tools);
  const agreed = new Set<string>(asked.agreed);
  const fields = Object.keys(differing) as ResidentField[];
  const allowed = fields.filter((field) => row.confirmed[field] === undefined || agreed.has(field));
  const set: ResidentChanges = Object.fromEntries(allowed.map((field) => [field, differing[field]]));
  return { set, stayed: fields.length - allowed.length };
}
