import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { type PersonalData, told } from '#kernel/personal-data/declaration.ts';
import { deleteBefore, oldestOf, rowsOf } from '#kernel/personal-data/rows.ts';
import { said } from '#kernel/ui/text.ts';
import { settings } from '../contract/settings.ts';
import { personalDataText as text } from '../messages/personal-data.ts';

const PASSAGE = 'gates.passage';

/** Who went in and out when, and who is out. */
export const gatesPersonalData: readonly PersonalData[] = [
  {
    kind: 'gates.passage',
    sensitive: true,
    ...told(text, 'passage'),
    bases: ['emergency', 'statutory', 'sensitive'],
    columns: [
      ...['resident_id', 'household_id', 'pass_id', 'visit_id', 'reason', 'note', 'by'].map(
        (c) => `${PASSAGE}.${c}`,
      ),
      ...['resident_id', 'household_id', 'pass_id'].map((c) => `gates.presence.${c}`),
      'gates.followed.household_before',
      'gates.missed_mark.id',
    ],
    keeping: {
      setting: settings.keepPassages,
      counted: said(text, 'passage.counted'),
      oldest: (tx) => oldestOf(tx, PASSAGE, 'at'),
      expired: (_tx, before) => [rowsOf(PASSAGE, earlier(before))],
      async remove(tx, before, limit) {
        await deleteBefore(tx, PASSAGE, 'at', before, limit);
        await forgetPresence(tx, before);
        await forgetFollowed(tx);
      },
    },
    rows: [rowsOf(PASSAGE)],
  },
];

const earlier = (before: number) => sql<boolean>`at < ${new Date(before)}`;

/** Whoever was seen last before that time is known to nobody any more. */
async function forgetPresence(tx: AreaTx, before: number): Promise<void> {
  await sql`delete from gates.presence where area_id = ${tx.areaId} and ${earlier(before)}`.execute(tx.db);
}

/** What followed a merge leaves with its passage. */
async function forgetFollowed(tx: AreaTx): Promise<void> {
  await sql`
    delete from gates.followed f where f.area_id = ${tx.areaId} and not exists (
      select from gates.passage p where p.area_id = f.area_id and p.id = f.passage_id)`.execute(tx.db);
}
