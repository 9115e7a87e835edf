import { loadSettings } from '#kernel/settings/server/store.ts';
import type { PassesReader } from '../contract/readers.ts';
import { passRulesAt } from '../domain/rules.ts';
import { passesByIds, passesOfHolders } from './store.ts';
import { toMasked, toRow } from './tables.ts';

export const passesReader: PassesReader = {
  async passesByIds(tx, ids) {
    if (ids.length === 0) return new Map();
    const rows = await passesByIds(tx, ids);
    return new Map(rows.map((row) => [row.id, toMasked(row)]));
  },
  async passesOfResidents(tx, residents) {
    const rows = await passesOfHolders(tx, { residents, households: [], members: [], plates: [] });
    return rows.map(toMasked);
  },
  async fullLabels(tx, ids) {
    if (ids.length === 0) return new Map();
    const rows = (await passesByIds(tx, ids)).map((record) => toRow(tx, record));
    return new Map(rows.flatMap(({ id, label }) => (label === null ? [] : [[id, label] as const])));
  },
  rulesAt: async (tx, at) => passRulesAt(await loadSettings(tx), at),
};
