import { implement } from '@orpc/server';
import { can } from '#kernel/access/access.ts';
import { type QueryContext, requireAction } from '#kernel/query/context.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import { isUuid } from '#kernel/time-id/uuid.ts';
import { type DeviceView, devicesQueries } from '../contract/queries.ts';
import { devicesSettings } from '../contract/settings.ts';
import { groupsOf } from '../domain/whose.ts';
import { loadLate } from './late.ts';
import { listDevices } from './list.ts';
import { loadMembers } from './store.ts';

/** @param appVersion the version this server serves */
export function devicesRouter(appVersion: string) {
  const os = implement(devicesQueries).$context<QueryContext>();
  return os.router({
    list: os.list.handler(async ({ context }) => {
      requireAction(context, 'devices:see');
      const { tx, now } = context;
      const silent = settingAt(devicesSettings.silent, await loadSettings(tx), now);
      return { devices: [...(await visible(context))], silentMinutes: silent.value, appVersion };
    }),
    late: os.late.handler(async ({ context }) => {
      requireAction(context, 'devices:see');
      const mine = seesAll(context) ? null : (await visible(context)).map((device) => device.id);
      return { late: await loadLate(context.tx, mine) };
    }),
  });
}

const seesAll = ({ rules, actor, now }: QueryContext): boolean => can(rules, actor, 'devices:see-all', now);

/** All of them to the command post; to a leader or deputy those that somebody of the own group uses. */
async function visible(context: QueryContext): Promise<readonly DeviceView[]> {
  const { tx, actor, now } = context;
  const devices = await listDevices(tx);
  if (seesAll(context)) return devices;
  const led = new Set<string>(
    actor.grants
      .filter((g) => g.from <= now && (g.until === null || now < g.until))
      .flatMap((g) => /^role:(?:leader|deputy):(.+)$/.exec(g.grant)?.[1] ?? []),
  );
  const users = devices.flatMap((device) => device.users.map((user) => user.memberId)).filter(isUuid);
  const members = await loadMembers(tx, [...new Set(users)]);
  const isMine = (memberId: string): boolean => {
    const member = members.get(memberId);
    return member !== undefined && [...groupsOf(member)].some((group) => led.has(group));
  };
  return devices.filter((device) => device.users.some((user) => isMine(user.memberId)));
}
