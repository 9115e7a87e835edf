import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectRows } from '#kernel/db/select.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import { listDevices } from '#kernel/sync/server/device-store.ts';
import { chinaDay, chinaDayStart } from '#kernel/time-id/china-time.ts';
import { type FlowCounts, type FlowView, type GateFlow, SLOT_MINUTES } from '../../contract/flow-queries.ts';
import { flowSettings } from '../../contract/flow-settings.ts';
import type { GateLane } from '../../contract/rows.ts';
import { queueOf } from '../../domain/flow/queue.ts';
import type { GatesDoors } from '../doors.ts';
import { gateTable, laneTable } from '../tables.ts';
import {
  countOpenFlags,
  countReasons,
  countSince,
  countSlots,
  lastAtGates,
  type SlotCount,
} from './store.ts';

const NONE: FlowCounts = { in: 0, out: 0, refused: 0, asked: 0, emergency: 0 };

/** A day at the gates out of one view of the area, by counts made in the database. */
export async function readFlow(
  tx: AreaTx,
  doors: GatesDoors,
  asked: { readonly day: number | undefined; readonly now: number },
): Promise<FlowView> {
  const { now } = asked;
  const today = chinaDay(now);
  const day = asked.day ?? today;
  const values = await loadSettings(tx);
  const settingOf = (key: keyof typeof flowSettings): number =>
    settingAt(flowSettings[key], values, now).value;
  const queueMinutes = settingOf('queueMinutes');
  const [gates, lanes, slots, reasons, open, recent, atGates, { compounds }] = await Promise.all([
    selectRows(tx, gateTable, sql`true order by sort, id`),
    selectRows(tx, laneTable, sql`removed_at is null`),
    countSlots(tx, day),
    countReasons(tx, day),
    countOpenFlags(tx),
    countSince(tx, now - queueMinutes * 60_000),
    readAtGates(tx, doors, { day, now, silentMinutes: settingOf('silentMinutes') }),
    doors.places.livingPlaces(tx),
  ]);
  const compoundNames = new Map(compounds.map(({ id, name }) => [id, name]));
  const pace = { secondsAPerson: settingOf('laneSeconds'), warnPercent: settingOf('queuePercent') };
  const queueAt = (gateId: string): GateFlow['queue'] => {
    if (day !== today) return null;
    const came = recent.find((one) => one.gateId === gateId) ?? { in: 0, out: 0 };
    const directions = directionsOf(lanes, gateId);
    return queueOf({ in: came.in, out: came.out, minutes: queueMinutes }, { directions, ...pace });
  };
  return {
    day,
    today,
    from: chinaDayStart(day),
    until: Math.min(now, chinaDayStart(day + 1)),
    queueMinutes,
    counts: countsOf(slots),
    toSettle: open,
    gates: gates.map(({ id: gateId, name, compoundId, openFrom, openUntil, closedAt }) => {
      const own = slots.filter((slot) => slot.gateId === gateId);
      return {
        gateId,
        name,
        compound: compoundNames.get(compoundId) ?? '',
        openFrom,
        openUntil,
        closed: closedAt !== null,
        counts: countsOf(own),
        slots: slotsOf(own, chinaDayStart(day)),
        queue: closedAt === null ? queueAt(gateId) : null,
        people: atGates.get(gateId) ?? [],
      };
    }),
    reasons: [...reasons],
  };
}

const directionsOf = (lanes: readonly GateLane[], gateId: string) =>
  lanes.filter((lane) => lane.gateId === gateId).map(({ direction }) => direction);

function countsOf(slots: readonly SlotCount[]): FlowCounts {
  const sum = { ...NONE };
  for (const { direction, outcome, people } of slots) {
    if (outcome !== 'refused') sum[direction] += people;
    if (outcome !== 'allowed') sum[outcome] += people;
  }
  return sum;
}

function slotsOf(slots: readonly SlotCount[], from: number): GateFlow['slots'] {
  const found = new Map<number, { in: number; out: number; refused: number }>();
  for (const { slot, direction, outcome, people } of slots) {
    const counts = found.get(slot) ?? { in: 0, out: 0, refused: 0 };
    counts[outcome === 'refused' ? 'refused' : direction] += people;
    found.set(slot, counts);
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([slot, counts]) => ({ at: from + slot * SLOT_MINUTES * 60_000, ...counts }));
}

/** Who recorded something at a gate on the day, the latest first, with the phones they were heard on. */
async function readAtGates(
  tx: AreaTx,
  { members }: GatesDoors,
  asked: { readonly day: number; readonly now: number; readonly silentMinutes: number },
): Promise<ReadonlyMap<string, GateFlow['people']>> {
  const found = await lastAtGates(tx, asked.day);
  const devices = await listDevices(tx);
  const names = await members.names(tx, [...new Set(found.map(({ by }) => by))]);
  const atGates = new Map<string, GateFlow['people']>();
  for (const { gateId, by, at } of found) {
    const phones = devices
      .filter(({ actorId }) => actorId === by)
      .map(({ id, lastSeenAt, pending }) => ({
        deviceId: id,
        lastSeenAt,
        pending,
        silent: asked.now - lastSeenAt > asked.silentMinutes * 60_000,
      }));
    const people = atGates.get(gateId) ?? [];
    people.push({ memberId: by, name: names.get(by) ?? null, lastAt: at, phones });
    atGates.set(gateId, people);
  }
  return atGates;
}
