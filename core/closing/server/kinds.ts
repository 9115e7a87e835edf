import type { KeptTable } from '#kernel/closing/declaration.ts';
import type { PersonalData } from '#kernel/personal-data/declaration.ts';

/** The kinds of personal data that a closing destroys: those with a column that stays in no table, or is forgotten there. */
export function destroyedKinds(
  personalData: readonly PersonalData[],
  kept: readonly KeptTable[],
): readonly PersonalData[] {
  const staying = new Set(kept.flatMap(({ table, keeps }) => keeps.map((column) => `${table}.${column}`)));
  return personalData.filter(({ columns }) => columns.some((column) => !staying.has(column)));
}
