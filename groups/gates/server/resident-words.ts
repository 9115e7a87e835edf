import type { ResidentWords, ZoneStatus } from '#core/zones/contract.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import { type Said, said, saidWith } from '#kernel/ui/text.ts';
import { ASK, FREE, NOT_OUT, OUTING_OF, settings, VISIT_OF } from '../contract/settings.ts';
import { residentText as text } from '../messages/resident.ts';

/** How residents of a place may go out and be visited, by the area's settings as they hold now. */
export const residentWords: ResidentWords = {
  async words(tx, { status }, at) {
    const values = await loadSettings(tx);
    const value = (name: keyof typeof settings) => settingAt(settings[name], values, at).value;
    const out = settingAt(OUTING_OF[status], values, at).value;
    const visit = settingAt(VISIT_OF[status], values, at).value;
    const night = out === NOT_OUT ? 0 : value('nightRule');
    const named = out === FREE || out === NOT_OUT ? 0 : value('namedRule');
    const hours = { from: value('nightFrom'), until: value('nightUntil') };
    const may = [
      outing(status, out, {
        days: value('outingDays'),
        times: value('outingTimes'),
        people: value('outingPeople'),
      }),
      ...(named === 0 ? [] : [said(text, named === ASK ? 'named-asks' : 'named-refuses')]),
      ...(out === FREE ? [] : [said(text, 'emergency')]),
      ...(night === 0 ? [] : [saidWith(text, night === ASK ? 'night-asks' : 'night-refuses', hours)]),
      ...(visit === 0 ? [] : [said(text, visit === ASK ? 'visitors-asks' : 'visitors-refuses')]),
    ];
    return { may, must: [] };
  },
};

function outing(
  status: ZoneStatus,
  out: number,
  quota: { readonly days: number; readonly times: number; readonly people: number },
): Said {
  if (out === FREE) return said(text, 'free');
  if (out !== NOT_OUT) return saidWith(text, 'quota', quota);
  return said(text, status === 'lockdown' ? 'home' : 'inside');
}
