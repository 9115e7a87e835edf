import { sql } from 'kysely';
import { type PersonalData, told } from '#kernel/personal-data/declaration.ts';
import { deleteBefore, oldestOf, rowsOf } from '#kernel/personal-data/rows.ts';
import { said } from '#kernel/ui/text.ts';
import { settings } from '../contract/settings.ts';
import { personalDataText as text } from '../messages/personal-data.ts';

const TABLE = 'passes.pass';

/** Who got a pass, and for how long that is known after it is over. */
export const passesPersonalData: PersonalData = {
  kind: 'passes.pass',
  sensitive: false,
  ...told(text, 'pass'),
  bases: ['emergency', 'statutory'],
  columns: [
    'resident_id',
    'household_id',
    'member_id',
    'label_sealed',
    'label_mask',
    'plate',
    'revoke_reason',
    'suspend_reason',
    'note',
  ].map((column) => `${TABLE}.${column}`),
  keeping: {
    setting: settings.keepPasses,
    counted: said(text, 'pass.counted'),
    oldest: (tx) => oldestOf(tx, TABLE, 'valid_until'),
    expired: (_tx, before) => [rowsOf(TABLE, sql`valid_until < ${new Date(before)}`)],
    remove: (tx, before, limit) => deleteBefore(tx, TABLE, 'valid_until', before, limit),
  },
  rows: [rowsOf(TABLE)],
};
