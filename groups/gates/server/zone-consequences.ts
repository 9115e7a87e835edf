import type { Consequence, ZoneConsequences } from '#core/zones/contract.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import { said, saidWith } from '#kernel/ui/text.ts';
import { FREE, NOT_OUT, OUTING_OF, settings } from '../contract/settings.ts';
import { zonesText } from '../messages/zones.ts';
import type { GatesDoors } from './doors.ts';

/** How many households may go out no more, by the quota, or freely. Nothing is written: gates ask the zones each time. */
export function gatesConsequences({ people }: Pick<GatesDoors, 'people'>): ZoneConsequences {
  return {
    name: said(zonesText, 'zones.name'),
    async foresee(tx, { before, after, places }, at): Promise<readonly Consequence[]> {
      const values = await loadSettings(tx);
      const was = settingAt(OUTING_OF[before], values, at).value;
      const is = settingAt(OUTING_OF[after], values, at).value;
      if (was === is) return [];
      const living = await people.residentsInScope(tx, { compoundIds: [], ...places });
      const households = new Set(living.map(({ householdId }) => householdId)).size;
      if (households === 0) return [];
      const times = settingAt(settings.outingTimes, values, at).value;
      const days = settingAt(settings.outingDays, values, at).value;
      const words =
        is === NOT_OUT
          ? saidWith(zonesText, 'zones.none', { count: households })
          : is === FREE
            ? saidWith(zonesText, 'zones.free', { count: households })
            : saidWith(zonesText, 'zones.quota', { count: households, times, days });
      return [{ said: words, to: '/gates' }];
    },
  };
}
