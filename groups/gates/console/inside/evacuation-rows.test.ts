import { expect, it } from 'vitest';
import type { EvacuationView } from '../../contract/visit-queries.ts';
import { evacuationRows, sumsOf } from './evacuation-rows.ts';

const car = {
  passId: 'car',
  kind: 'vehicle',
  name: '宏**',
  plate: '沪AD12345',
  compoundId: 'compound',
  compound: '清源小区',
  gate: '西门',
  since: 0,
} as const;
const person = (residentId: string, state: 'home' | 'out') => ({
  ...{ residentId, state, room: '101', entrance: null, floor: 1, sort: '1', name: '王**', birthYear: null },
  ...{ tags: [], needsHelp: false },
});
const view: EvacuationView = {
  ...{ buildingId: 'building', compound: '清源小区', building: '3号', at: 0, visits: [] },
  people: [person('home', 'home'), person('out', 'out')],
  holders: [car, { ...car, passId: 'gone', kind: null, name: null, plate: null }],
};

it('those in the compound by a pass stand after the building’s own and before who need not be looked for', () => {
  const rows = evacuationRows(view, { car: '宏达物流' }, 'zh-CN');
  expect(rows.map(({ id, state }) => [id, state])).toEqual([
    ['home', 'home'],
    ['car', 'holder'],
    ['gone', 'holder'],
    ['out', 'out'],
  ]);
  expect(rows[1]).toMatchObject({ name: '宏达物流', remark: '车辆 沪AD12345 西门' });
  expect(rows[2]).toMatchObject({ name: '', remark: '持出入证进入 西门' });
  expect(sumsOf(view)).toMatchObject({ home: 1, holders: 2, out: 1 });
});
