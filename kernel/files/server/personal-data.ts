import { sql } from 'kysely';
import { type PersonalData, told } from '../../personal-data/declaration.ts';
import { deleteBefore, oldestOf, rowsOf } from '../../personal-data/rows.ts';
import type { SettingDefinition } from '../../settings/setting.ts';
import { said } from '../../ui/text.ts';
import { personalDataText as text } from '../messages/personal-data.ts';

export const keepPhotos: SettingDefinition = {
  key: 'files.keep-photo-days',
  unit: 'days',
  defaultValue: 90,
  min: 1,
  max: 1095,
  weak: true,
};

/** Photos may show people. A row that goes takes the key along; the bytes follow with the next sweep. */
export const filesPersonalData: PersonalData = {
  kind: 'files.photo',
  sensitive: false,
  ...told(text, 'photo'),
  bases: ['emergency'],
  columns: ['kernel.file.added_by', 'kernel.file.key_sealed'],
  keeping: {
    setting: keepPhotos,
    counted: said(text, 'photo.counted'),
    oldest: (tx) => oldestOf(tx, 'kernel.file', 'added_at', sql`not kept`),
    expired: (_tx, before) => [rowsOf('kernel.file', sql`added_at < ${new Date(before)} and not kept`)],
    remove: (tx, before, limit) => deleteBefore(tx, 'kernel.file', 'added_at', before, limit, sql`not kept`),
  },
  rows: [rowsOf('kernel.file', sql`not kept`)],
};
