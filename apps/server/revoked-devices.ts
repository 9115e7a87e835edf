import { devicesProblems } from '#core/devices/contract.ts';
import { loadRevoked } from '#core/devices/module.ts';
import type { Host } from '#kernel/host.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { isUuid } from '#kernel/time-id/uuid.ts';

/** Which devices were taken out of use, remembered for a moment so that a push costs nothing more. */
export interface RevokedDevices {
  /**
   * Throws `devices.revoked` (403) for a request whose body names a revoked device. Asked before the session: the
   * phone must learn it though its session has ended. Says nothing about areas that do not exist.
   */
  refuse(areaId: unknown, body: unknown): Promise<void>;
  /** A device of the area was revoked or restored. */
  forget(areaId: string): void;
}

/** Another process, or the command line, is felt after this time. */
const TTL_MS = 3_000;
const MOST_AREAS = 1_000;

export function revokedDevices(host: Pick<Host, 'read' | 'clock'>): RevokedDevices {
  const areas = new Map<string, { readonly until: number; readonly ids: Promise<ReadonlySet<string>> }>();

  const load = (areaId: string): Promise<ReadonlySet<string>> =>
    host.read(areaId, async (tx) => new Set(await loadRevoked(tx)));

  const idsOf = (areaId: string): Promise<ReadonlySet<string>> => {
    const now = host.clock.now();
    const known = areas.get(areaId);
    if (known && known.until > now) return known.ids;
    if (areas.size >= MOST_AREAS) areas.clear();
    // An area without keys or a database that is away: what follows says so in its own words.
    const ids = load(areaId).catch(() => {
      areas.delete(areaId);
      return new Set<string>();
    });
    areas.set(areaId, { until: now + TTL_MS, ids });
    return ids;
  };

  return {
    async refuse(areaId, body) {
      const deviceId = (body as { readonly deviceId?: unknown } | null)?.deviceId;
      if (!isUuid(areaId) || !isUuid(deviceId)) return;
      if ((await idsOf(areaId)).has(deviceId)) throw new ProblemError(devicesProblems.revoked);
    },
    forget: (areaId) => {
      areas.delete(areaId);
    },
  };
}
