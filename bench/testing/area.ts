import type { House } from '#apps/server/house.ts';
import { confirmNotice } from '#core/privacy/testing/notice.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { invite, submitter } from '../push/set-up.ts';
import { population } from './population.ts';

const newId = (): string => uuidv7(Date.now());

export const SITES = 10;
const LANES = 3;

export interface TestingArea {
  readonly areaId: string;
  readonly roundId: string;
  readonly residentIds: readonly string[];
  readonly households: number;
  readonly laneIds: readonly string[];
  readonly tokens: readonly string[];
}

/** An area with its register, a drafted round of everybody, and invitations for those who work on it. */
export async function makeTestingArea(house: House, people: number, phones: number): Promise<TestingArea> {
  const name = '清源居民区';
  const areaId = await house.areaNamed(name);
  const submit = submitter(house, areaId);
  const notice = confirmNotice(name, newId());
  await submit(notice.kind, [notice.body]);
  const { compoundIds, residentIds, households, chunks } = population(newId, people);
  for (const chunk of chunks) await submit('people.import-rows', [chunk]);
  const roundId = newId();
  const sites = Array.from({ length: SITES }, (_, s) => ({
    siteId: newId(),
    name: `${s + 1}号点`,
    lanes: Array.from({ length: LANES }, (_, l) => ({ laneId: newId(), name: `${l + 1}号台` })),
  }));
  await submit('testing.create-round', [
    {
      roundId,
      name: '第101轮',
      mode: 'pooled',
      poolRatio: 10,
      scope: { compoundIds, buildingIds: [] },
      tubeSeries: { kind: 'lab', name: '清源检验所', pattern: '31092022041######' },
      sites,
    },
  ]);
  const tokens = await invite(submit, areaId, phones);
  const laneIds = sites.flatMap(({ lanes }) => lanes.map(({ laneId }) => laneId));
  return { areaId, roundId, residentIds, households, laneIds, tokens };
}
