import { confirmNotice } from '#core/privacy/testing/notice.ts';
import { seededBytes, seededRandom } from '#kernel/time-id/random.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { demoRegister } from './demo-register.ts';
import { demoDuties, demoMembers } from './demo-staff.ts';
import type { Ids } from './small-area.ts';

export const DEMO_AREA_NAME = '清源居民区';

/** The spring in which it is set; also the time in all generated ids, so that they are the same each time. */
const EPOCH = Date.UTC(2022, 3, 1);
const SEED = 20220401;

export interface DemoCommand {
  readonly kind: string;
  readonly body: unknown;
}

/**
 * The demo area as commands, in the order in which they are sent: a register of 3 compounds, 82 buildings and about
 * 3,500 residents, officials and 120 volunteers with today's duties, and three buildings under restrictions.
 * Everybody in it is generated; the same seed gives the same area.
 * @param at epoch ms; the duties are of its day
 */
export function demoArea(at: number, seed = SEED): DemoCommand[] {
  const chance = seededRandom(seed);
  const bytes = seededBytes(chance);
  const ids: Ids = { next: () => uuidv7(EPOCH, bytes) };
  const register = demoRegister(ids, chance);
  const members = demoMembers(ids, chance, register.helpers);
  const statuses = demoStatuses(ids, register.buildings, at);
  const duties = demoDuties(ids, members, at);
  // Drawn last, so that all other ids stay what they were.
  const notice = confirmNotice(DEMO_AREA_NAME, ids.next());
  return [
    notice,
    ...register.chunks.map((body) => ({ kind: 'people.import-rows', body })),
    ...members.map((body) => ({ kind: 'accounts.add-member', body })),
    ...statuses.map((body) => ({ kind: 'zones.set-status', body })),
    ...duties.map((body) => ({ kind: 'roster.assign-duty', body })),
  ];
}

const RESTRICTED: Readonly<Record<string, 'lockdown' | 'control'>> = {
  '7号': 'lockdown',
  '13号甲': 'control',
  '15弄3号': 'control',
};

function demoStatuses(
  ids: Ids,
  buildings: readonly { readonly id: string; readonly label: string }[],
  at: number,
) {
  return buildings.flatMap(({ id: placeId, label }) => {
    const status = RESTRICTED[label];
    if (!status) return [];
    const shown = { placeKind: 'building', placeId, status, from: at, until: null } as const;
    return [{ statusId: ids.next(), ...shown, reason: '演示', source: '演示数据' }];
  });
}
