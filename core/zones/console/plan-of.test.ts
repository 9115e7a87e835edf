import { expect, it } from 'vitest';
import { declaredRow } from '../testing/rows.ts';
import { buildingsByStatus, planOf } from './plan-of.ts';

const entrances = [
  { id: 'e1', label: '1单元' },
  { id: 'e2', label: '2单元' },
];
const tree = {
  compounds: [
    {
      id: 'c',
      name: '清源一村',
      addressRuleId: null,
      dwellings: 24,
      buildings: [
        { id: 'b3', label: '3号', entrances, dwellings: 12 },
        { id: 'b5', label: '5号', entrances: [], dwellings: 12 },
      ],
    },
  ],
};

it('shows every building with what holds there, and entrances that differ', () => {
  const statuses = [declaredRow('c', 'precaution'), declaredRow('e2', 'lockdown', { placeKind: 'entrance' })];
  const plan = planOf(tree, statuses, 5);
  expect(plan[0]?.status).toBe('precaution');
  expect(plan[0]?.buildings).toEqual([
    {
      id: 'b3',
      label: '3号',
      status: 'precaution',
      apart: [{ id: 'e2', label: '2单元', status: 'lockdown' }],
    },
    { id: 'b5', label: '5号', status: 'precaution', apart: [] },
  ]);
  expect(buildingsByStatus(plan)).toEqual({ lockdown: 1, control: 0, precaution: 2, normal: 0 });
});
