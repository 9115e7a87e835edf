import { type RawBuilder, sql } from 'kysely';
import { type PersonalData, told } from '#kernel/personal-data/declaration.ts';
import { deleteBefore, oldestOf, rowsOf } from '#kernel/personal-data/rows.ts';
import { said } from '#kernel/ui/text.ts';
import { visitSettings } from '../../contract/visit-settings.ts';
import { visitDataText as text } from '../../messages/visit-data.ts';

const VISIT = 'gates.visit';
const LOOK = 'gates.look';

const earlier = (column: string, before: number): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} < ${new Date(before)}`;

/** Who visited whom, and who looked at the names of those inside. That somebody passed stays among the passages. */
export const visitsPersonalData: readonly PersonalData[] = [
  {
    kind: VISIT,
    sensitive: true,
    ...told(text, 'visit'),
    bases: ['emergency', 'statutory', 'sensitive'],
    columns: ['details_sealed', 'plate_sealed', 'plate_blind', 'building_id', 'entrance_id', 'room'].map(
      (column) => `${VISIT}.${column}`,
    ),
    keeping: {
      setting: visitSettings.keepVisits,
      counted: said(text, 'visit.counted'),
      oldest: (tx) => oldestOf(tx, VISIT, 'entered_at'),
      expired: (_tx, before) => [rowsOf(VISIT, earlier('entered_at', before))],
      remove: (tx, before, limit) => deleteBefore(tx, VISIT, 'entered_at', before, limit),
    },
    rows: [rowsOf(VISIT)],
  },
  {
    kind: LOOK,
    sensitive: false,
    ...told(text, 'look'),
    bases: ['accountability'],
    columns: ['building_id', 'reason', 'by'].map((column) => `${LOOK}.${column}`),
    keeping: {
      setting: visitSettings.keepLooks,
      counted: said(text, 'look.counted'),
      oldest: (tx) => oldestOf(tx, LOOK, 'at'),
      expired: (_tx, before) => [rowsOf(LOOK, earlier('at', before))],
      remove: (tx, before, limit) => deleteBefore(tx, LOOK, 'at', before, limit),
    },
    rows: [rowsOf(LOOK)],
  },
];
