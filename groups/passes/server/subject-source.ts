import { sql } from 'kysely';
import type { SubjectSource } from '#core/people/contract.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import { chinaTime } from '#kernel/time-id/china-time.ts';
import type { Language } from '#kernel/ui/language.ts';
import { translator } from '#kernel/ui/text.ts';
import { settings } from '../contract/settings.ts';
import { consoleText } from '../messages/console.ts';
import { gateText } from '../messages/gate.ts';
import { subjectText } from '../messages/subject.ts';
import type { PassesDoors } from './doors.ts';
import { selectPasses } from './store.ts';
import type { PassRecord } from './tables.ts';

const COLUMNS = ['kind', 'whose', 'plate', 'form', 'from', 'until', 'state', 'note'] as const;

/** What passes hold of a person: those to his or her name, also revoked and over, and those of the household. */
export const passesSubject = ({ people }: Pick<PassesDoors, 'people'>): SubjectSource => ({
  async read(tx, residentIds, language) {
    const t = translator(subjectText, language);
    const words = translator(gateText, language);
    const desk = translator(consoleText, language);
    const households = [...new Set((await people.householdsOf(tx, residentIds)).values())];
    const passes = await selectPasses(
      tx,
      sql`(p.resident_id = any(${residentIds}::uuid[]) or p.household_id = any(${households}::uuid[]))
        order by p.issued_at desc, p.id desc`,
    );
    const days = settingAt(settings.keepPasses, await loadSettings(tx), Number.MAX_SAFE_INTEGER).value;
    return [
      {
        title: t('passes'),
        purpose: t('passes.purpose', { days }),
        columns: COLUMNS.map((column) => t(column)),
        rows: passes.map((pass) => [
          words(`passes.kind.${pass.kind}`),
          t(pass.residentId === null ? 'household' : 'self'),
          pass.plate ?? '',
          desk(`form.${pass.form}`),
          chinaTime(pass.validFrom),
          chinaTime(pass.validUntil - 1),
          stateOf(pass, language),
          pass.note,
        ]),
      },
    ];
  },
});

function stateOf({ revokeReason, suspendReason, renewedAt }: PassRecord, language: Language): string {
  const t = translator(subjectText, language);
  const words = translator(gateText, language);
  if (revokeReason) return t('revoked', { reason: words(`passes.revoke.${revokeReason}`) });
  if (suspendReason) return t('suspended', { reason: words(`passes.suspend.${suspendReason}`) });
  return renewedAt === null ? '' : t('renewed');
}
