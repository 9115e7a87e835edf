import { type RawBuilder, sql } from 'kysely';
import { type PersonalData, told } from '#kernel/personal-data/declaration.ts';
import { oldestOf, rowsOf } from '#kernel/personal-data/rows.ts';
import { said } from '#kernel/ui/text.ts';
import { handoversSettings } from '../contract/settings.ts';
import { personalDataText as text } from '../messages/personal-data.ts';

const hasWords: RawBuilder<boolean> = sql`text_sealed is not null`;

/** Words of shifts may name people. They go with their time; what is still open keeps its words until it is done. */
export const handoversPersonalData: readonly PersonalData[] = [
  {
    kind: 'handovers.words',
    sensitive: false,
    ...told(text, 'words'),
    bases: ['emergency'],
    columns: [
      'handovers.note.text_sealed',
      'handovers.note.by',
      'handovers.point.text_sealed',
      'handovers.point.by',
      'handovers.deed.note_sealed',
      'handovers.deed.by',
      'handovers.reading.by',
    ],
    keeping: {
      setting: handoversSettings.keep,
      counted: said(text, 'words.counted'),
      oldest: (tx) => oldestOf(tx, 'handovers.note', 'at', hasWords),
      expired: (_tx, before) => [rowsOf('handovers.note', sql`${hasWords} and at < ${new Date(before)}`)],
      async remove(tx, before, limit, version) {
        const until = new Date(before);
        await sql`
          update handovers.note set text_sealed = null, version = ${version}
          where area_id = ${tx.areaId} and id in (
            select id from handovers.note where area_id = ${tx.areaId} and ${hasWords} and at < ${until}
            order by at, id limit ${limit})`.execute(tx.db);
        const done = sql`(
          select d.what = 'done' and d.at < ${until} from handovers.deed d
          where d.area_id = p.area_id and d.point_id = p.id order by d.at desc, d.id desc limit 1)`;
        await sql`
          update handovers.deed set note_sealed = null, version = ${version}
          where area_id = ${tx.areaId} and note_sealed is not null and point_id in (
            select p.id from handovers.point p where p.area_id = ${tx.areaId} and ${done})`.execute(tx.db);
        await sql`
          update handovers.point p set text_sealed = null, version = ${version}
          where p.area_id = ${tx.areaId} and p.text_sealed is not null and ${done}`.execute(tx.db);
      },
    },
    rows: [rowsOf('handovers.note'), rowsOf('handovers.point')],
  },
];
