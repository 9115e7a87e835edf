import { writeSheet } from '#kernel/sheet/write.ts';
import type { Language } from '#kernel/ui/language.ts';
import { translator } from '#kernel/ui/text.ts';
import { CORRECTION_FIELD, CORRECTION_KEY, CORRECTION_VALUE } from '../domain/import/corrections.ts';
import type { Preview } from '../domain/import/preview.ts';
import { importText } from '../messages/import.ts';
import { importMint } from './import-mint.ts';

/**
 * The doubtful cells as a sheet: fill in the last column, upload it like a register, and each line corrects its
 * resident. It can be filled in before the import is applied, and comes back after it.
 */
export function doubtfulSheet(preview: Preview, importId: string, language: Language): Buffer {
  const t = translator(importText, language);
  const mint = importMint(importId);
  const byRow = new Map(
    preview.entries.map((entry) => [`${entry.person.sheet}\u0000${entry.person.row}`, entry]),
  );
  const rows = preview.findings.flatMap((finding) => {
    const entry = byRow.get(`${finding.sheet}\u0000${finding.row}`);
    if (finding.effect !== 'doubtful' || finding.field === null || !entry) return [];
    const { place, set, sheet, row } = entry.person;
    const id = entry.resident?.id ?? mint(`resident\u0000${sheet}\u0000${row}`);
    return [
      [
        place.compound,
        place.building,
        [place.entrance, place.room].filter((part) => part).join(' '),
        set.name,
        t(`import.field.${finding.field}`),
        finding.value,
        t(`import.finding.${finding.code}`),
        `${sheet} ${finding.cell}`,
        finding.field,
        id,
        '',
      ],
    ];
  });
  const headers = ['小区', '楼栋', '室', '姓名', '项目', '原来写的', '原因', '表格位置'];
  const columns = [...headers, CORRECTION_FIELD, CORRECTION_KEY, CORRECTION_VALUE].map((header) => ({
    header,
  }));
  return writeSheet({ sheets: [{ name: t('import.sheet-name.doubtful'), columns, rows }] });
}
