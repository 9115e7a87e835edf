import { sql } from 'kysely';
import { type PersonalData, told } from '#kernel/personal-data/declaration.ts';
import { deleteBefore, oldestOf, rowsOf } from '#kernel/personal-data/rows.ts';
import { said } from '#kernel/ui/text.ts';
import { visitSettings } from '../../contract/visit-settings.ts';
import { flowDataText as text } from '../../messages/flow-data.ts';

const LOOK = 'gates.person_look';

/** Who looked at whose passages. */
export const flowPersonalData: readonly PersonalData[] = [
  {
    kind: 'gates.person-look',
    sensitive: false,
    ...told(text, 'person-look'),
    bases: ['accountability'],
    columns: ['resident_id', 'reason', 'by'].map((column) => `${LOOK}.${column}`),
    keeping: {
      setting: visitSettings.keepLooks,
      counted: said(text, 'person-look.counted'),
      oldest: (tx) => oldestOf(tx, LOOK, 'at'),
      expired: (_tx, before) => [rowsOf(LOOK, sql`at < ${new Date(before)}`)],
      remove: (tx, before, limit) => deleteBefore(tx, LOOK, 'at', before, limit),
    },
    rows: [rowsOf(LOOK)],
  },
];
