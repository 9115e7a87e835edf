import * as z from 'zod/mini';
import type { ImportSheet, Mapping, SheetMapping } from './mapping.ts';
import { mappingSchema } from './mapping.ts';

/** A way of reading a register that people corrected and kept, for the next file of the same shape. */
export interface SavedMapping {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly mapping: Mapping;
  readonly endedAt: number | null;
}

export const saveMappingBody = z.strictObject({
  mappingId: z.uuid(),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
  mapping: mappingSchema,
});
export type SaveMappingBody = z.infer<typeof saveMappingBody>;

export const removeMappingBody = z.strictObject({ mappingId: z.uuid() });
export type RemoveMappingBody = z.infer<typeof removeMappingBody>;

const headerText = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/**
 * Puts what was kept in place of what was proposed, for each sheet whose header has the same words in the same
 * columns; the others stay as proposed. Names of compounds are the new file's, unless its sheets have none.
 */
export function applySavedMapping(
  saved: Mapping,
  sheets: readonly ImportSheet[],
  proposed: Mapping,
): Mapping {
  return {
    sheets: proposed.sheets.map((part) => {
      const sheet = sheets.find(({ name }) => name === part.sheet);
      const known = sheet && saved.sheets.find((candidate) => fits(candidate, sheet));
      return known ? adopt(part, known) : part;
    }),
  };
}

function fits(candidate: SheetMapping, sheet: ImportSheet): boolean {
  const header = sheet.rows[candidate.headerRow - 1]?.cells;
  const named = candidate.columns.filter(({ header: text }) => text !== '');
  if (!header || named.length === 0) return candidate.sheet === sheet.name;
  return named.every(
    ({ column, header: text }) => headerText(header[column]?.text ?? '') === headerText(text),
  );
}

/** A rule kept for the one compound of a sheet reads whatever that sheet's compound is called now. */
function adopt(part: SheetMapping, known: SheetMapping): SheetMapping {
  const compound = part.compound || known.compound;
  const rules = known.rules.map((rule) => ({
    ...rule,
    compound: rule.compound === known.compound ? compound : rule.compound,
  }));
  return { ...known, sheet: part.sheet, compound, rules: rules.length > 0 ? rules : part.rules };
}
