import type { AreaTx } from '#kernel/db/area-tx.ts';
import { writeSheet } from '#kernel/sheet/write.ts';
import { translator } from '#kernel/ui/text.ts';
import type { LookSource } from '../contract/readers.ts';
import { text } from '../messages/index.ts';
import type { MemberNames } from './discrepancy-views.ts';
import { findListLooks } from './list-looks.ts';
import { findLooks } from './look-store.ts';

/** More than any area has in the years for which looks are kept. */
const ALL = { before: null, limit: 1_000_000 };

/** The looked-at list as an .xlsx: when, who, whom, what, why. No number that was looked at is in it. */
export async function exportLooks(
  tx: AreaTx,
  members: MemberNames,
  timeZone: string,
  sources: readonly LookSource[] = [],
): Promise<Buffer> {
  const t = translator(text, 'zh-CN');
  const looks = await findLooks(tx, ALL);
  const lists = await findListLooks(tx, sources, ALL, 'zh-CN');
  const names = await members.names(
    tx,
    [...looks, ...lists].map(({ actorId }) => actorId),
  );
  const when = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const fields: Readonly<Record<string, string>> = {
    idNumber: t('field.idNumber'),
    phone: t('field.phone'),
    otherPhone: t('field.otherPhone'),
  };
  return writeSheet({
    sheets: [
      {
        name: t('looks'),
        columns: (['when', 'who', 'whom', 'what', 'why'] as const).map((column) => ({
          header: t(`looks.${column}`),
        })),
        rows: [
          ...looks.map((look) => ({
            ...look,
            whom: `${look.name} ${look.room}`,
            what: look.fields.map((field) => fields[field] ?? field).join('、'),
          })),
          ...lists.map((list) => ({ ...list, whom: t('looks.many-people', list) })),
        ]
          .sort((a, b) => b.at - a.at)
          .map(({ at, actorId, whom, what, reason }) => [
            when.format(at),
            names.get(actorId) ?? actorId,
            whom,
            what,
            reason,
          ]),
      },
    ],
  });
}
