import { readArea } from '#kernel/command/server/area.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { type WrittenSheet, writeSheet } from '#kernel/sheet/write.ts';
import { chinaDayStart, chinaTime } from '#kernel/time-id/china-time.ts';
import type { Language } from '#kernel/ui/language.ts';
import { type Translate, translator } from '#kernel/ui/text.ts';
import type { PassageView } from '../../contract/flow-queries.ts';
import { emergencyName } from '../../messages/emergency-names.ts';
import { flowText } from '../../messages/flow.ts';
import type zh from '../../messages/flow.zh-CN.ts';
import { ruleName } from '../../messages/rule-names.ts';
import type { GatesDoors } from '../doors.ts';
import { passageViews } from './passage-views.ts';
import { allOfDay } from './store.ts';

type Words = Translate<typeof zh>;

/** All passages of a day, masked, in order of time, each with its row's id; and whose sheet it is. */
export async function exportDay(
  tx: AreaTx,
  doors: GatesDoors,
  asked: {
    readonly day: number;
    readonly now: number;
    readonly language: Language;
    /** Who exports. */
    readonly actorId: string;
  },
): Promise<Buffer> {
  const { day, now, language, actorId } = asked;
  const t = translator(flowText, language);
  const rows = await passageViews(tx, doors, await allOfDay(tx, day));
  const area = await readArea(tx);
  const names = await doors.members.names(tx, [actorId]);
  const about: readonly (readonly [string, string])[] = [
    [t('about.area'), area?.name ?? ''],
    [t('about.day'), chinaTime(chinaDayStart(day)).slice(0, 10)],
    [t('about.by'), names.get(actorId) ?? ''],
    [t('about.at'), chinaTime(now)],
    [t('about.note'), t('about.masked')],
  ];
  return writeSheet({
    sheets: [
      passagesSheet(t, rows, language),
      {
        name: t('sheet.about'),
        columns: [{ header: t('about.item') }, { header: t('about.value'), width: 48 }],
        rows: about,
      },
    ],
  });
}

const COLUMNS = [
  ...(['at', 'gate', 'lane', 'direction', 'who', 'place', 'outcome', 'rule', 'reason'] as const),
  ...(['note', 'counts', 'by', 'id'] as const),
];

const passagesSheet = (t: Words, rows: readonly PassageView[], language: Language): WrittenSheet => ({
  name: t('sheet.passages'),
  columns: COLUMNS.map((column) => ({ header: t(`column.${column}`) })),
  rows: rows.map((row) => [
    chinaTime(row.at),
    row.gate,
    row.lane,
    t(`direction.${row.direction}`),
    row.name ?? t(`who.${row.subject}`),
    row.place,
    row.voided ? t('voided') : t(`outcome.${row.outcome}`),
    ruleName(row.rule, language),
    row.reason === null ? null : emergencyName(row.reason, language),
    row.note || null,
    row.counts ? t('yes') : null,
    row.byName,
    row.id,
  ]),
});
