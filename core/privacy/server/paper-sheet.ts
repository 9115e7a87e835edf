import type { AreaTx } from '#kernel/db/area-tx.ts';
import { countAll } from '#kernel/personal-data/count.ts';
import { writeSheet } from '#kernel/sheet/write.ts';
import type { Language } from '#kernel/ui/language.ts';
import { translator } from '#kernel/ui/text.ts';
import { PAPER_FIELDS } from '../contract/papers.ts';
import { paperText } from '../messages/papers.ts';
import type { PrivacyDoors } from './doors.ts';
import { kindViews } from './keeping.ts';
import { findPapers } from './store.ts';

/** Two sheets: what the committee wrote last, and every kind of data as the system holds it. */
export async function paperSheet(
  tx: AreaTx,
  doors: PrivacyDoors,
  kind: 'records' | 'assessment',
  now: number,
  language: Language,
): Promise<Buffer> {
  const t = translator(paperText, language);
  const [latest] = await findPapers(tx, kind);
  const kinds = await kindViews(tx, doors.personalData, now, async (view, sets) => ({
    rows: await countAll(view, sets),
    more: false,
  }));
  const messages: Readonly<Record<string, string>> = paperText.messages[language];
  return writeSheet({
    sheets: [
      {
        name: t(kind),
        columns: [{ header: t(kind) }, { header: t(`${kind}.law`), width: 60 }],
        rows: PAPER_FIELDS[kind].map((field) => [
          messages[`${kind}.${field}`] ?? field,
          latest?.fields[field] ?? null,
        ]),
      },
      {
        name: t(`${kind}.facts`),
        columns: (['kind', 'purpose', 'basis', 'seen-by', 'keeping', 'rows'] as const).map((column) => ({
          header: t(`col.${column}`),
        })),
        rows: kinds.map((row) => [
          row.name[language],
          row.purpose[language],
          row.bases.map((basis) => t(`basis.${basis}`)).join('；'),
          row.seenBy[language],
          'until' in row.keeping
            ? row.keeping.until[language]
            : t('keeping.days', { days: row.keeping.days, from: row.keeping.counted[language] }),
          row.rows,
        ]),
      },
    ],
  });
}
