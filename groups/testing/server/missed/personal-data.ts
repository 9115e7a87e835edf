import { sql } from 'kysely';
import { type PersonalData, told } from '#kernel/personal-data/declaration.ts';
import { deleteBefore, oldestOf, rowsOf } from '#kernel/personal-data/rows.ts';
import { said } from '#kernel/ui/text.ts';
import { settings } from '../../contract/settings.ts';
import { personalDataText as text } from '../../messages/personal-data.ts';

/** The table, and from when a row's days are counted. */
const KEPT = [
  ['testing.missed', 'since'],
  ['testing.second_call', 'at'],
] as const;

const earlier = (column: string, before: number) => sql<boolean>`${sql.ref(column)} < ${new Date(before)}`;

/** Who was missed, and what was said to a second call. How many they were stays with the round's list. */
export const missedPersonalData: PersonalData = {
  kind: 'testing.missed',
  sensitive: true,
  ...told(text, 'missed'),
  bases: ['emergency', 'statutory', 'sensitive'],
  columns: [
    ...['resident_id', 'cleared_by', 'sample_id'].map((column) => `testing.missed.${column}`),
    ...['resident_id', 'way', 'answer', 'note', 'by'].map((column) => `testing.second_call.${column}`),
  ],
  keeping: {
    setting: settings.keepRound,
    counted: said(text, 'missed.counted'),
    async oldest(tx) {
      const found = await Promise.all(KEPT.map(([table, column]) => oldestOf(tx, table, column)));
      const known = found.filter((at) => at !== null);
      return known.length === 0 ? null : Math.min(...known);
    },
    expired: (_tx, before) => KEPT.map(([table, column]) => rowsOf(table, earlier(column, before))),
    async remove(tx, before, limit) {
      for (const [table, column] of KEPT) await deleteBefore(tx, table, column, before, limit);
    },
  },
  rows: KEPT.map(([table]) => rowsOf(table)),
};
