import { addressRuleSchema, KNOWN_RULES, type KnownRule } from '#core/places/contract.ts';
import type { Workbook } from '#kernel/sheet/model.ts';
import type { ImportOpened, ImportProgress, ImportReading } from '../contract/import.ts';
import { isCorrectionSheet, readCorrections } from '../domain/import/corrections.ts';
import { withEdits } from '../domain/import/edits.ts';
import type { Mapping } from '../domain/import/mapping.ts';
import { parseRegister } from '../domain/import/parse-register.ts';
import type { ParsedRegister } from '../domain/import/parsed.ts';
import { recognise } from '../domain/import/recognise.ts';
import type { SavedMapping } from '../domain/import/saved-mapping.ts';
import type { RegisterSnapshot } from '../domain/import/snapshot.ts';

/** One register on its way in: the file as it came, how it is read, and how far it is applied. */
export interface ImportSession {
  readonly importId: string;
  readonly areaId: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly book: Workbook;
  reading: ImportReading;
  progress: ImportProgress;
}

export const IDLE: ImportProgress = { state: 'idle', done: 0, total: 0, problems: [] };

const SAMPLE_ROWS = 15;
const SAMPLE_COLUMNS = 40;

/** A text file has no name for its only sheet; the file's is taken. */
export const nameSheets = (book: Workbook, fileName: string): Workbook => ({
  ...book,
  sheets: book.sheets.map((sheet) => (sheet.name === '' ? { ...sheet, name: fileName } : sheet)),
});

export function openedView(
  session: ImportSession,
  rules: readonly KnownRule[],
  saved: readonly SavedMapping[],
): ImportOpened {
  return {
    importId: session.importId,
    fileName: session.fileName,
    mapping: session.reading.mapping,
    rules,
    saved: saved.map(({ id, name, mapping }) => ({ id, name, mapping })),
    sheets: session.book.sheets.map((sheet) => ({
      name: sheet.name,
      hidden: sheet.hidden,
      rows: sheet.rows.length,
      corrections: isCorrectionSheet(sheet),
      sample: sheet.rows
        .slice(0, SAMPLE_ROWS)
        .map(({ cells }) => Array.from(cells.slice(0, SAMPLE_COLUMNS), (cell) => cell?.text ?? '')),
    })),
  };
}

/** The area's own rules, then the catalogue's; a rule an older version saved and that no longer reads is left out. */
export function rulesOf(snapshot: RegisterSnapshot): readonly KnownRule[] {
  const own = snapshot.addressRules.flatMap(({ name, rule }): KnownRule[] => {
    const sound = addressRuleSchema.safeParse(rule);
    return sound.success ? [{ name, rule: sound.data }] : [];
  });
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...KNOWN_RULES.filter(({ name }) => !names.has(name))];
}

export function proposeMapping(book: Workbook, fileName: string, snapshot: RegisterSnapshot): Mapping {
  const ruleById = new Map(
    snapshot.addressRules.flatMap(({ id, name, rule }) => {
      const sound = addressRuleSchema.safeParse(rule);
      return sound.success ? [[id, { name, rule: sound.data }] as const] : [];
    }),
  );
  const ruleOfCompound = new Map(
    snapshot.compounds.flatMap(({ name, addressRuleId }) => {
      const rule = ruleById.get(addressRuleId ?? '');
      return rule ? [[name, rule] as const] : [];
    }),
  );
  const registers = book.sheets.filter((sheet) => !isCorrectionSheet(sheet));
  return recognise(registers, { rules: rulesOf(snapshot), ruleOfCompound, fileName });
}

/** The register as its mapping and its edits say, with the doubtful cells that came back filled in. */
export function readRegister(
  book: Workbook,
  { mapping, edits }: Pick<ImportReading, 'mapping' | 'edits'>,
  snapshot: RegisterSnapshot,
  latestYear: number,
): ParsedRegister {
  const sheets = withEdits(book.sheets, edits);
  const register = parseRegister(sheets, mapping, latestYear);
  const corrections = sheets
    .filter(isCorrectionSheet)
    .map((sheet) => readCorrections(sheet, snapshot, latestYear));
  return {
    ...register,
    persons: [...register.persons, ...corrections.flatMap(({ persons }) => persons)],
    findings: [...register.findings, ...corrections.flatMap(({ findings }) => findings)],
  };
}
