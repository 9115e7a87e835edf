import { cleanPlate } from '#core/codes/contract.ts';
import type { CommandModule } from '#kernel/command/module.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import { kinds, type PassesCommand } from '../contract/commands.ts';
import type { PassesEvent } from '../contract/events.ts';
import { settings } from '../contract/settings.ts';
import { decide } from '../domain/decide.ts';
import { evolve } from '../domain/evolve.ts';
import { createPassesState, type PassesState } from '../domain/state.ts';
import type { PassesDoors } from './doors.ts';
import { type HolderIds, passesByIds, passesOfHolders, savePasses } from './store.ts';
import { toRow } from './tables.ts';

export const passesCommands = (
  doors: PassesDoors,
): CommandModule<PassesState, PassesCommand, PassesEvent> => ({
  kinds,
  async load(tx, commands) {
    const ids = holdersOf(commands);
    const latest = Math.max(...commands.map((command) => command.at));
    const longest = settingAt(settings.longestDays, await loadSettings(tx), latest);
    const state = createPassesState(await standingHolders(tx, doors, ids), longest.value);
    const rows = [...(await passesByIds(tx, passIdsOf(commands))), ...(await passesOfHolders(tx, ids))];
    state.passes.load(rows.map((row) => toRow(tx, row)));
    return state;
  },
  decide,
  evolve,
  save: (tx, state) => savePasses(tx, state.passes.changed()),
});

const passIdsOf = (commands: readonly PassesCommand[]): string[] =>
  commands.flatMap(({ body }) =>
    'passIds' in body ? body.passIds : body.passes.map(({ passId }) => passId),
  );

function holdersOf(commands: readonly PassesCommand[]): HolderIds {
  const passes = commands.flatMap(({ body }) => ('passes' in body ? body.passes : []));
  const known = (values: readonly (string | null)[]) => [...new Set(values.filter((id) => id !== null))];
  return {
    residents: known(passes.map(({ residentId }) => residentId)),
    households: known(passes.map(({ householdId }) => householdId)),
    members: known(passes.map(({ memberId }) => memberId)),
    plates: known(passes.map(({ plate }) => (plate === null ? null : cleanPlate(plate)))),
  };
}

/** Living people of the register, households somebody lives in, and members. */
async function standingHolders(
  tx: AreaTx,
  { people, members }: PassesDoors,
  of: HolderIds,
): Promise<ReadonlySet<string>> {
  const holders = new Set<string>();
  const { residents: residentIds, households: householdIds } = of;
  if (residentIds.length + householdIds.length > 0) {
    const scope = { compoundIds: [], buildingIds: [], residentIds, householdIds };
    for (const person of await people.residentsInScope(tx, scope)) {
      holders.add(`resident/${person.id}`);
      holders.add(`household/${person.householdId}`);
    }
  }
  for (const id of (await members.names(tx, of.members)).keys()) holders.add(`member/${id}`);
  return holders;
}
