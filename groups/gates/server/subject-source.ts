import { sql } from 'kysely';
import type { SubjectSource } from '#core/people/contract.ts';
import { selectRows } from '#kernel/db/select.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import { chinaTime } from '#kernel/time-id/china-time.ts';
import { translator } from '#kernel/ui/text.ts';
import { settings } from '../contract/settings.ts';
import { emergencyName } from '../messages/emergency-names.ts';
import { ruleName } from '../messages/rule-names.ts';
import { subjectText } from '../messages/subject.ts';
import type { GatesDoors } from './doors.ts';
import { personLookTable } from './flow/tables.ts';
import { gateTable, passageTable } from './tables.ts';

const COLUMNS = ['at', 'gate', 'direction', 'outcome', 'rule', 'reason', 'counts', 'note', 'by'] as const;

/**
 * What gates hold of a person: passages, refused and voided ones too, and who looked at them. Visits are other people's:
 * a visitor's name is nothing to be handed to whom was visited.
 */
export const gatesSubject = ({ members }: Pick<GatesDoors, 'members'>): SubjectSource => ({
  async read(tx, residentIds, language) {
    const t = translator(subjectText, language);
    const ofPerson = sql`resident_id = any(${residentIds}::uuid[]) order by at desc, id desc`;
    const passages = await selectRows(tx, passageTable, ofPerson);
    const looks = await selectRows(tx, personLookTable, ofPerson);
    const gates = new Map((await selectRows(tx, gateTable, sql`true`)).map(({ id, name }) => [id, name]));
    const names = await members.names(tx, [...new Set([...passages, ...looks].map(({ by }) => by))]);
    // Of the latest value the area has set; the term of what stands is the privacy page's to say.
    const days = settingAt(settings.keepPassages, await loadSettings(tx), Number.MAX_SAFE_INTEGER).value;
    return [
      {
        title: t('passages'),
        purpose: t('passages.purpose', { days }),
        columns: COLUMNS.map((column) => t(column)),
        rows: passages.map((one) => [
          chinaTime(one.at),
          gates.get(one.gateId) ?? '',
          t(one.direction),
          t(one.voidedAt === null ? one.outcome : 'voided'),
          ruleName(one.rule, language),
          one.reason === null ? '' : emergencyName(one.reason, language),
          one.counts ? t('yes') : '',
          one.note,
          names.get(one.by) ?? '',
        ]),
      },
      {
        title: t('looks'),
        purpose: t('looks.purpose'),
        columns: [t('at'), t('by'), t('reason')],
        rows: looks.map(({ at, by, reason }) => [chinaTime(at), names.get(by) ?? '', reason]),
      },
    ];
  },
});
