import { sql } from 'kysely';
import type { ZoneConsequences } from '#core/zones/contract.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { said, saidWith } from '#kernel/ui/text.ts';
import { passRulesAt } from '../domain/rules.ts';
import { zonesText } from '../messages/zones.ts';
import type { PassesDoors } from './doors.ts';
import { selectPasses } from './store.ts';

/** How many residents' passes would rest, and how many would be good again. */
export const passesConsequences = ({ people }: Pick<PassesDoors, 'people'>): ZoneConsequences => ({
  name: said(zonesText, 'zones.name'),
  async foresee(tx, { before, after, places }, at) {
    const { suspendingStatuses } = passRulesAt(await loadSettings(tx), at);
    const rested = suspendingStatuses.includes(before);
    const rests = suspendingStatuses.includes(after);
    if (rested === rests) return [];
    const here = await people.residentsInScope(tx, { compoundIds: [], ...places });
    const residents = here.map(({ id }) => id);
    const households = [...new Set(here.map(({ householdId }) => householdId))];
    const passes = await selectPasses(
      tx,
      sql`p.kind = 'resident' and p.revoked_at is null and p.suspended_at is null
        and p.valid_until > ${new Date(at)}
        and (p.resident_id = any(${residents}::uuid[]) or p.household_id = any(${households}::uuid[]))`,
    );
    if (passes.length === 0) return [];
    const key = rests ? 'zones.rest' : 'zones.good-again';
    return [{ said: saidWith(zonesText, key, { count: passes.length }), to: '/passes' }];
  },
});
