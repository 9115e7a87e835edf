import type { House } from '#apps/server/house.ts';
import { confirmNotice } from '#core/privacy/testing/notice.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { OpenArea } from '../caller.ts';
import { invite, type Submit, submitter } from '../push/set-up.ts';
import { population } from '../testing/population.ts';

export const PHONES = 10;
/** Outings of a household in seven days: more than the usual two, so that a bench of thousands has people to let out. */
export const OUTINGS = 4;
const VISITS = 120;
const DAY = 24 * 3_600_000;

export const newId = (): string => uuidv7(Date.now());

export interface BenchGate {
  readonly gateId: string;
  readonly laneId: string;
  /** As the phone's list of gates says it. */
  readonly name: string;
}

export interface GatesArea extends OpenArea {
  /** One a phone. */
  readonly gates: readonly BenchGate[];
  /** Who lives together. */
  readonly households: readonly (readonly string[])[];
  readonly residentIds: readonly string[];
}

/**
 * An area with ten gates, under precaution since yesterday, so that outings are counted, with couriers in
 * its houses and invitations for ten leaders. At night it is as by day: the bench means the same at any hour.
 */
export async function makeGatesArea(house: House, people: number): Promise<GatesArea> {
  const name = '清源居民区';
  const areaId = await house.areaNamed(name);
  const submit = submitter(house, areaId);
  const notice = confirmNotice(name, newId());
  await submit(notice.kind, [notice.body]);
  const { chunks, residentIds } = population(newId, people);
  for (const chunk of chunks) await submit('people.import-rows', [chunk]);
  await setRules(submit);
  const compoundIds = [...new Set(chunks.flatMap(({ places }) => places.compounds.map(({ id }) => id)))];
  const gates = await addGates(submit, compoundIds);
  const declared = compoundIds.map((placeId) => ({
    ...{ statusId: newId(), placeKind: 'compound', placeId, status: 'precaution' },
    ...{ from: Date.now() - 2 * DAY, until: null, reason: '小区无新增', source: '街道通知' },
  }));
  await submit('zones.set-status', declared);
  const buildingIds = chunks.flatMap(({ places }) => places.buildings.map(({ id }) => id));
  await registerVisits(submit, gates[0]?.gateId ?? '', buildingIds);
  const households = new Map<string, string[]>();
  for (const { id, householdId } of chunks.flatMap(({ residents }) => residents)) {
    const members = households.get(householdId ?? '') ?? [];
    members.push(id);
    households.set(householdId ?? '', members);
  }
  const tokens = await invite(submit, areaId, PHONES, 'order');
  return { areaId, tokens, gates, households: [...households.values()], residentIds };
}

async function setRules(submit: Submit): Promise<void> {
  const dated = (key: string, value: number) => {
    return { id: newId(), key, value, from: Date.now() - 30 * DAY, source: '区里通知' };
  };
  await submit('settings.set', [dated('gates.outing-times', OUTINGS), dated('gates.night-rule', 0)]);
}

/** In turn in the compounds there are. */
async function addGates(submit: Submit, compoundIds: readonly string[]): Promise<BenchGate[]> {
  const gates = Array.from({ length: PHONES }, (_, i) => {
    return { gateId: newId(), laneId: newId(), name: `${i + 1}号门` };
  });
  const added = gates.map(({ gateId, laneId, name }, i) => ({
    ...{ gateId, name, compoundId: compoundIds[i % compoundIds.length], openFrom: null, openUntil: null },
    lanes: [{ laneId, name: '人行', direction: 'both' }],
  }));
  await submit('gates.add-gate', added);
  return gates;
}

async function registerVisits(submit: Submit, gateId: string, buildingIds: readonly string[]): Promise<void> {
  const visits = Array.from({ length: VISITS }, (_, i) => ({
    ...{ visitId: newId(), passageId: newId(), gateId, laneId: null, kind: 'courier', entranceId: null },
    buildingId: buildingIds[i % buildingIds.length] ?? null,
    ...{ room: '101', people: 1, name: '陈师傅', phoneTail: '0001', plate: `沪A${String(10_000 + i)}` },
    ...{ outcome: 'allowed', rule: 'visit', reason: null },
  }));
  await submit('gates.register-visit', visits);
}
